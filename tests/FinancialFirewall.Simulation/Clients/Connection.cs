using FinancialFirewall.Simulation.Machines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FinancialFirewall.Simulation.Clients;

/// <summary>Sends requests to whatever process of a machine runs; its connections break with the process, and a client gives up after a while.</summary>
internal sealed class Connection(SimulatedMachine machine)
{
    /// <summary>Sends a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="target">The path and query, escaped.</param>
    /// <param name="apiKey">Who sends it.</param>
    /// <param name="contentType">What the body is; null for none.</param>
    /// <param name="body">The body.</param>
    /// <param name="patience">How long the client waits.</param>
    /// <param name="idempotencyKey">What makes it safe to repeat; null for nothing.</param>
    /// <returns>What came back; null where nothing did.</returns>
    public async Task<Response?> SendAsync(string method, string target, string apiKey, string? contentType, Stream body, TimeSpan patience, string? idempotencyKey = null)
    {
        if (machine.Process is not { } process)
        {
            return null;
        }

        var outcome = new TaskCompletionSource<Response?>();
        process.WhenDead(() => outcome.TrySetResult(null));
        await using var limit = machine.Scheduler.Time.CreateTimer(_ => outcome.TrySetResult(null), null, patience, Timeout.InfiniteTimeSpan);
        var context = Request(method, target, apiKey, contentType, body);
        if (idempotencyKey is not null)
        {
            context.Request.Headers["Idempotency-Key"] = idempotencyKey;
        }

        _ = HandleAsync(process, context, outcome);
        return await outcome.Task;
    }

    private static DefaultHttpContext Request(string method, string target, string apiKey, string? contentType, Stream body)
    {
        var context = new DefaultHttpContext();
        var query = target.IndexOf('?', StringComparison.Ordinal);
        context.Request.Method = method;
        context.Request.Path = Uri.UnescapeDataString(query < 0 ? target : target[..query]);
        context.Request.QueryString = new QueryString(query < 0 ? "" : target[query..]);
        context.Request.Headers.Authorization = $"Bearer {apiKey}";
        context.Request.ContentType = contentType;
        context.Request.Body = body;
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        context.Response.Body = new MemoryStream();
        return context;
    }

    private static async Task HandleAsync(SimulatedProcess process, DefaultHttpContext context, TaskCompletionSource<Response?> outcome)
    {
        try
        {
            await process.HandleAsync(context);
            await context.Response.BodyWriter.FlushAsync();
            outcome.TrySetResult(new Response(context.Response.StatusCode, ((MemoryStream)context.Response.Body).ToArray()));
        }
        catch (Exception) when (process.IsDead)
        {
            outcome.TrySetResult(null);
        }
        catch (Exception exception)
        {
            outcome.TrySetException(exception);
        }
    }
}
