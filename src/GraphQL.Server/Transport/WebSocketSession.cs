using System.Net.WebSockets;
using System.Text.Json;
using GraphQL.Server.Requests;
using Microsoft.AspNetCore.Http;

namespace GraphQL.Server.Transport;

/// <summary>One client over WebSocket, from its first message to its last.</summary>
internal sealed class WebSocketSession(WebSocket socket, HttpContext context, SocketSetup setup)
{
    private Caller? caller;
    private bool wasInitialised;

    /// <summary>Serves the client until one of both leaves.</summary>
    public async Task RunAsync()
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        using var outbox = new SocketOutbox(socket, setup.Options, setup.Time);
        var operations = new SocketOperations(setup, outbox, leaving.Token);
        var sending = outbox.RunAsync();
        try
        {
            await using var deadline = setup.Time.CreateTimer(_ => CloseUnlessInitialised(outbox), null, setup.Options.InitTimeout, Timeout.InfiniteTimeSpan);
            await ListenAsync(new SocketInbox(socket, setup.Options.MaxBodyBytes), outbox, operations, leaving.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException)
        {
            // The client is gone, or was cut: what is left is to stop what it asked for.
        }
        finally
        {
            await leaving.CancelAsync();
            outbox.Close(SocketClosure.Normal);
            await operations.EndAsync();
            await sending;
            if (caller is not null)
            {
                setup.Counters.Connections.Leave(caller.Key);
            }
        }
    }

    private async Task ListenAsync(SocketInbox inbox, SocketOutbox outbox, SocketOperations operations, CancellationToken cancellation)
    {
        while (!outbox.IsClosing)
        {
            var (message, problem) = await inbox.ReceiveAsync(cancellation);
            if (message is null && problem is null)
            {
                return;
            }

            if ((problem ?? await HandleAsync(message!, outbox, operations, cancellation)) is { } closure)
            {
                outbox.Close(closure);
            }
        }

        // Both say goodbye, so that the client reads why.
        await inbox.DrainAsync(cancellation);
    }

    /// <summary>Does what a message says.</summary>
    /// <returns>Why the connection has to be closed; null where it has not.</returns>
    private async Task<SocketClosure?> HandleAsync(SocketMessage message, SocketOutbox outbox, SocketOperations operations, CancellationToken cancellation)
    {
        switch (message.Type)
        {
            case "connection_init":
                return await InitialiseAsync(message.Payload, outbox, cancellation);
            case "ping":
                await outbox.SendAsync(SocketAnswers.Pong, cancellation);
                return null;
            case "pong":
                return null;
            case "subscribe" when caller is null:
                return SocketClosure.Unauthorized;
            case "subscribe" when message.Id is { Length: > 0 } id && message.Payload is { } payload:
                return RequestParameters.Read(payload, out var request) is null ? operations.Start(id, request, caller!) : SocketClosure.Malformed;
            case "complete" when message.Id is { } id:
                await operations.StopAsync(id);
                return null;
            default:
                return SocketClosure.Malformed;
        }
    }

    private async Task<SocketClosure?> InitialiseAsync(JsonElement? payload, SocketOutbox outbox, CancellationToken cancellation)
    {
        if (wasInitialised)
        {
            return SocketClosure.TooManyInits;
        }

        wasInitialised = true;
        var outcome = await setup.Callers(context, payload);
        if (outcome.Caller is not { } who)
        {
            return SocketClosure.Forbidden(outcome.Refusal!.Message);
        }

        if (!setup.Counters.Connections.TryEnter(who.Key))
        {
            return SocketClosure.TooManyConnections;
        }

        caller = who;
        await outbox.SendAsync(SocketAnswers.Acknowledged, cancellation);
        return null;
    }

    private void CloseUnlessInitialised(SocketOutbox outbox)
    {
        if (!wasInitialised)
        {
            outbox.Close(SocketClosure.InitTimeout);
        }
    }
}
