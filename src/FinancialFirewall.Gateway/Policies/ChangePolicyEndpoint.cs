using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Publishing;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Policies;

/// <summary>Checks policy files, publishes them, and publishes earlier versions again.</summary>
internal sealed class ChangePolicyEndpoint(PolicyVersions versions, PolicyCheck check)
{
    /// <summary>The longest policy file that is taken here, in bytes.</summary>
    public const int MaximumBytes = 8 * 1024 * 1024;

    public static Task HandleCheckAsync(HttpContext context, ChangePolicyEndpoint endpoint) => endpoint.CheckAsync(context);

    public static Task HandleReplaceAsync(HttpContext context, ChangePolicyEndpoint endpoint) => endpoint.ReplaceAsync(context);

    public static Task HandleRestoreAsync(HttpContext context, ChangePolicyEndpoint endpoint, int version) => endpoint.RestoreAsync(context, version);

    private async Task CheckAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context.Request, MaximumBytes);
        await (body.IsSuccess
            ? PolicyResponse.WriteAsync(context, await check.CheckAsync(context.GetCaller().Tenant, body.Value))
            : ProblemWriter.WriteAsync(context, body.Errors));
    }

    private async Task ReplaceAsync(HttpContext context)
    {
        var seen = ReadSeen(context.Request);
        var body = seen.IsSuccess ? await RequestBody.ReadAsync(context.Request, MaximumBytes) : Result.Failure<ReadOnlyMemory<byte>>(seen.Errors);
        await PolicyResponse.WriteAsync(context, body.IsSuccess
            ? await versions.ReplaceAsync(context.GetCaller().Tenant, body.Value, comment: "", seen.Value)
            : Result.Failure<PublishedPolicy>(body.Errors));
    }

    private async Task RestoreAsync(HttpContext context, int version)
    {
        var seen = ReadSeen(context.Request);
        var sent = seen.IsSuccess ? await RequestDocument.ReadAsync<CommentRequest>(context.Request) : Result.Failure<CommentRequest>(seen.Errors);
        var comment = sent.IsSuccess ? sent.Value.Comment ?? "" : "";
        await PolicyResponse.WriteAsync(context, !sent.IsSuccess ? Result.Failure<PublishedPolicy>(sent.Errors)
            : PolicyRequestErrors.CheckComment(comment) is { } wrong ? wrong
            : await versions.RestoreAsync(context.GetCaller().Tenant, version, comment, seen.Value));
    }

    /// <summary>The version in force that the caller has seen; 0 where that does not matter.</summary>
    private static Result<int> ReadSeen(HttpRequest request)
        => SeenTag.Read(request) is not { } tag ? 0
            : int.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 ? version
            : PolicyRequestErrors.TagInvalid(tag);
}
