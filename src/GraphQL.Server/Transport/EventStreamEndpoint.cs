using System.Buffers;
using GraphQL.Server.Execution;
using GraphQL.Server.Requests;
using Microsoft.AspNetCore.Http;

namespace GraphQL.Server.Transport;

/// <summary>Server-Sent Events, one operation a connection ("distinct connections"): an event <c>next</c> for each answer, then <c>complete</c>.</summary>
internal sealed class EventStreamEndpoint(GraphQLEngine engine, TransportOptions options, ConnectionCounter connections, TimeProvider time)
{
    public async Task ServeAsync(HttpContext context, PreparedRequest request, Caller caller)
    {
        if (!connections.TryEnter(caller.Key))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        try
        {
            context.Response.ContentType = $"{MediaTypes.EventStream}; charset=utf-8";
            context.Response.Headers.CacheControl = "no-cache";
            await StreamAsync(context, request);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
        finally
        {
            connections.Leave(caller.Key);
        }
    }

    private async Task StreamAsync(HttpContext context, PreparedRequest request)
    {
        var queue = new AnswerQueue(options.MaxWaitingAnswers, options.MaxStall, time);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var filling = queue.FillAsync(engine.StreamAsync(request, leaving.Token), leaving.Token);
        await context.Response.Body.WriteAsync(":\n\n"u8.ToArray(), leaving.Token);
        await context.Response.Body.FlushAsync(leaving.Token);
        try
        {
            while (await queue.ReadAsync(options.KeepAlive, leaving.Token) is { } item)
            {
                await WriteAsync(context.Response, item.Result, leaving.Token);
            }

            if (queue.WasOverrun)
            {
                await WriteAsync(context.Response, ExecutionResult.Refused(AnswerQueue.Overrun), leaving.Token);
            }

            await context.Response.Body.WriteAsync("event: complete\ndata:\n\n"u8.ToArray(), leaving.Token);
        }
        finally
        {
            await leaving.CancelAsync();
            await filling;
        }
    }

    private static async Task WriteAsync(HttpResponse response, ExecutionResult? result, CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        if (result is null)
        {
            buffer.Write(":\n\n"u8);
        }
        else
        {
            buffer.Write("event: next\ndata: "u8);
            ExecutionResultWriter.Write(result, buffer);
            buffer.Write("\n\n"u8);
        }

        await response.Body.WriteAsync(buffer.WrittenMemory, cancellation);
        await response.Body.FlushAsync(cancellation);
    }
}
