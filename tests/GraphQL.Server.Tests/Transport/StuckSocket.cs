using System.Net.WebSockets;

namespace GraphQL.Server.Tests.Transport;

/// <summary>A connection whose client reads nothing: what is sent never arrives, until it is dropped.</summary>
internal sealed class StuckSocket : WebSocket
{
    private readonly TaskCompletionSource aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when something is to be sent for the first time.</summary>
    public Task Asked => asked.Task;

    public override WebSocketCloseStatus? CloseStatus => null;

    public override string? CloseStatusDescription => null;

    public override WebSocketState State => aborted.Task.IsCompleted ? WebSocketState.Aborted : WebSocketState.Open;

    public override string? SubProtocol => null;

    public override void Abort() => aborted.TrySetException(new WebSocketException("The connection was dropped."));

    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => aborted.Task;

    public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => aborted.Task;

    public override void Dispose() => Abort();

    public override async Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
    {
        await aborted.Task;
        throw new InvalidOperationException("A connection that was dropped has thrown before.");
    }

    public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
    {
        asked.TrySetResult();
        return aborted.Task;
    }
}
