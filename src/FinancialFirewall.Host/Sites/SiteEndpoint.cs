using System.Globalization;
using FinancialFirewall.Gateway.Sites;
using FinancialFirewall.Storage.Replication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Host.Sites;

/// <summary>Where the other site asks. Whoever has not the key of both sites learns nothing here.</summary>
/// <param name="key">The key of both sites.</param>
/// <param name="time">Judges how old a question is.</param>
/// <param name="answer">Answers questions.</param>
internal sealed class SiteEndpoint(SiteKey key, TimeProvider time, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<ReadOnlyMemory<byte>>> answer)
{
    private const int MaximumNonce = 64;

    /// <summary>Puts it into an application.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost(SiteAddress.Path, HandleAsync);

    private async Task HandleAsync(HttpContext context)
    {
        var body = await ReadAsync(context.Request);
        var headers = context.Request.Headers;
        var nonce = headers[SiteHeaders.Nonce].ToString();
        var isTimed = long.TryParse(headers[SiteHeaders.Time].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var asked);
        if (body is null || !isTimed || nonce.Length is 0 or > MaximumNonce
            || !SiteKey.Equal(key.SignQuestion(asked, nonce, body), headers[SiteHeaders.Signature].ToString()))
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "The question is not signed with the key of both sites.");
            return;
        }

        if (Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - asked) > SiteHeaders.MaximumSkew.TotalSeconds)
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, $"The clocks of both sites differ by more than {SiteHeaders.MaximumSkew.TotalMinutes:0} minutes.");
            return;
        }

        var reply = await answer(body, context.RequestAborted);
        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = reply.Length;
        context.Response.Headers[SiteHeaders.Signature] = key.SignAnswer(nonce, reply.Span);
        await context.Response.Body.WriteAsync(reply, context.RequestAborted);
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        var buffer = new byte[SiteQuestion.MaximumBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return length <= SiteQuestion.MaximumBytes ? buffer[..length] : null;
    }

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(message, context.RequestAborted);
    }
}
