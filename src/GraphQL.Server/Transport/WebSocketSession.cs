using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using GraphQL.Server.Errors;
using GraphQL.Server.Execution;
using GraphQL.Server.Requests;
using Microsoft.AspNetCore.Http;

namespace GraphQL.Server.Transport;

/// <summary>One client over WebSocket: what it says, what it has subscribed to, and what waits to be sent to it.</summary>
internal sealed class WebSocketSession : IAsyncDisposable
{
    private readonly WebSocket socket;
    private readonly HttpContext context;
    private readonly GraphQLEngine engine;
    private readonly TransportOptions options;
    private readonly CallerResolver callers;
    private readonly ConnectionCounter connections;
    private readonly TimeProvider time;
    private readonly Channel<byte[]> outgoing;
    private readonly Dictionary<string, CancellationTokenSource> subscriptions = new(StringComparer.Ordinal);
    private readonly List<Task> running = [];
    private readonly CancellationTokenSource leaving;
    private Caller? caller;
    private SocketClosure? closure;
    private bool wasInitialised;

    public WebSocketSession(
        WebSocket socket, HttpContext context, GraphQLEngine engine, TransportOptions options, CallerResolver callers, ConnectionCounter connections, TimeProvider time)
    {
        this.socket = socket;
        this.context = context;
        this.engine = engine;
        this.options = options;
        this.callers = callers;
        this.connections = connections;
        this.time = time;
        leaving = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        outgoing = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(options.MaxWaitingAnswers) { SingleReader = true });
    }

    /// <summary>Serves the client until one of both leaves.</summary>
    public async Task RunAsync()
    {
        var sending = SendAllAsync();
        using var initDeadline = time.CreateTimer(_ => Close(SocketClosure.InitTimeout, onlyBeforeInit: true), null, options.InitTimeout, Timeout.InfiniteTimeSpan);
        try
        {
            while (closure is null && await ReceiveAsync() is { } message)
            {
                await HandleAsync(message);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // The client is gone, or was cut: what is left is to stop its subscriptions.
        }

        outgoing.Writer.TryComplete();
        await sending;
        await CloseSocketAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        Task[] ending;
        lock (subscriptions)
        {
            ending = [.. running];
        }

        await Task.WhenAll(ending);
        leaving.Dispose();
        if (caller is not null)
        {
            connections.Leave(caller.Key);
        }
    }

    private static byte[] Message(string type, string? id = null, Action<Utf8JsonWriter>? payload = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (id is not null)
            {
                writer.WriteString("id"u8, id);
            }

            writer.WriteString("type"u8, type);
            if (payload is not null)
            {
                writer.WritePropertyName("payload"u8);
                payload(writer);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private async Task<SocketMessage?> ReceiveAsync()
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.GetMemory(4096), leaving.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            buffer.Advance(received.Count);
            if (buffer.WrittenCount > options.MaxBodyBytes)
            {
                Close(SocketClosure.TooLarge);
                return null;
            }

            if (received.EndOfMessage)
            {
                break;
            }
        }

        if (SocketMessage.TryRead(buffer.WrittenMemory, out var message))
        {
            return message;
        }

        Close(SocketClosure.Malformed);
        return null;
    }

    private async Task HandleAsync(SocketMessage message)
    {
        switch (message.Type)
        {
            case "connection_init":
                await InitialiseAsync(message.Payload);
                break;
            case "ping":
                Send(Message("pong"));
                break;
            case "pong":
                break;
            case "subscribe" when caller is null:
                Close(SocketClosure.Unauthorized);
                break;
            case "subscribe" when message.Id is { Length: > 0 } id && message.Payload is { } payload:
                Subscribe(id, payload);
                break;
            case "complete" when message.Id is { } id:
                await UnsubscribeAsync(id);
                break;
            default:
                Close(SocketClosure.Malformed);
                break;
        }
    }

    private async Task InitialiseAsync(JsonElement? payload)
    {
        if (wasInitialised)
        {
            Close(SocketClosure.TooManyInits);
            return;
        }

        wasInitialised = true;
        var who = await callers(context, payload);
        if (who is null)
        {
            Close(SocketClosure.Forbidden);
        }
        else if (!connections.TryEnter(who.Key))
        {
            Close(SocketClosure.TooManyConnections);
        }
        else
        {
            caller = who;
            Send(Message("connection_ack"));
        }
    }

    private void Subscribe(string id, JsonElement payload)
    {
        if (RequestParameters.Read(payload, out var request) is not null)
        {
            Close(SocketClosure.Malformed);
            return;
        }

        var stop = CancellationTokenSource.CreateLinkedTokenSource(leaving.Token);
        lock (subscriptions)
        {
            if (subscriptions.Count >= options.MaxSubscriptionsPerConnection)
            {
                SendErrors(id, [GraphQLError.Of($"The connection has {options.MaxSubscriptionsPerConnection} subscriptions, which is the most. End one first.")]);
                stop.Dispose();
                return;
            }

            if (!subscriptions.TryAdd(id, stop))
            {
                stop.Dispose();
                Close(SocketClosure.Duplicate(id));
                return;
            }

            running.RemoveAll(task => task.IsCompleted);
            running.Add(AnswerAsync(id, request, stop));
        }
    }

    private async Task AnswerAsync(string id, GraphQLRequest request, CancellationTokenSource stop)
    {
        await Task.Yield();
        try
        {
            var prepared = engine.Prepare(request, caller!);
            if (prepared.Errors.Count > 0)
            {
                SendErrors(id, prepared.Errors);
                return;
            }

            await foreach (var result in engine.StreamAsync(prepared, stop.Token))
            {
                Send(Message("next", id, writer => ExecutionResultWriter.Write(result, writer)));
            }

            if (!stop.IsCancellationRequested)
            {
                Send(Message("complete", id));
            }
        }
        catch (OperationCanceledException)
        {
            // The client has ended it, or has left.
        }
        finally
        {
            lock (subscriptions)
            {
                if (subscriptions.TryGetValue(id, out var current) && ReferenceEquals(current, stop))
                {
                    subscriptions.Remove(id);
                }
            }

            stop.Dispose();
        }
    }

    private async Task UnsubscribeAsync(string id)
    {
        CancellationTokenSource? stop;
        lock (subscriptions)
        {
            subscriptions.Remove(id, out stop);
        }

        if (stop is not null)
        {
            await stop.CancelAsync();
        }
    }

    private void SendErrors(string id, IReadOnlyList<GraphQLError> errors)
        => Send(Message("error", id, writer => ExecutionResultWriter.WriteErrors(errors, writer)));

    private void Send(byte[] message)
    {
        if (!outgoing.Writer.TryWrite(message) && closure is null)
        {
            Close(SocketClosure.TooSlow);
        }
    }

    private void Close(SocketClosure why, bool onlyBeforeInit = false)
    {
        if (onlyBeforeInit && wasInitialised)
        {
            return;
        }

        closure ??= why;
        outgoing.Writer.TryComplete();
    }

    private async Task SendAllAsync()
    {
        try
        {
            await foreach (var message in outgoing.Reader.ReadAllAsync(leaving.Token))
            {
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, leaving.Token);
            }

            if (closure is not null)
            {
                await CloseSocketAsync();
                await leaving.CancelAsync();
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            await leaving.CancelAsync();
        }
    }

    private async Task CloseSocketAsync()
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        try
        {
            var why = closure ?? new SocketClosure((int)WebSocketCloseStatus.NormalClosure, "");
            await socket.CloseOutputAsync((WebSocketCloseStatus)why.Code, why.Reason, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // It is gone already.
        }
    }
}
