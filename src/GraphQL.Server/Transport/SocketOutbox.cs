using System.Net.WebSockets;
using System.Threading.Channels;

namespace GraphQL.Server.Transport;

/// <summary>
/// What waits to be sent to one client over WebSocket, and how the connection ends. Who sends waits while too much waits for the client; a client that reads nothing
/// for too long is told, and cut.
/// </summary>
internal sealed class SocketOutbox : IDisposable
{
    private readonly WebSocket socket;
    private readonly TransportOptions options;
    private readonly TimeProvider time;
    private readonly Channel<byte[]> outgoing;
    private readonly ITimer drop;
    private readonly Lock gate = new();
    private bool isClosing;

    public SocketOutbox(WebSocket socket, TransportOptions options, TimeProvider time)
    {
        (this.socket, this.options, this.time) = (socket, options, time);
        outgoing = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(options.MaxWaitingAnswers) { SingleReader = true });
        drop = time.CreateTimer(_ => socket.Abort(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Why the connection ends, once it does.</summary>
    public SocketClosure Closure { get; private set; } = SocketClosure.Normal;

    /// <summary>Whether nothing more is taken.</summary>
    public bool IsClosing
    {
        get
        {
            lock (gate)
            {
                return isClosing;
            }
        }
    }

    /// <summary>Sends a message, once there is room for it; what comes after the end is dropped.</summary>
    public async ValueTask SendAsync(byte[] message, CancellationToken cancellation)
    {
        if (outgoing.Writer.TryWrite(message) || IsClosing)
        {
            return;
        }

        using var deadline = new CancellationTokenSource(options.MaxStall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            await outgoing.Writer.WriteAsync(message, either.Token);
        }
        catch (ChannelClosedException)
        {
            // The connection ends: nobody reads what comes now.
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Close(SocketClosure.TooSlow);
        }
    }

    /// <summary>Ends the connection behind what waits; where that takes too long, it is dropped.</summary>
    public void Close(SocketClosure why)
    {
        lock (gate)
        {
            if (isClosing)
            {
                return;
            }

            (isClosing, Closure) = (true, why);
            drop.Change(options.CloseTimeout, Timeout.InfiniteTimeSpan);
        }

        outgoing.Writer.TryComplete();
    }

    /// <summary>Sends until the connection is closed or gone, and says goodbye.</summary>
    public async Task RunAsync()
    {
        try
        {
            await foreach (var message in outgoing.Reader.ReadAllAsync(CancellationToken.None))
            {
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            }

            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync((WebSocketCloseStatus)Closure.Code, Closure.Reason, CancellationToken.None);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client is gone: there is nobody to tell.
            Close(SocketClosure.Normal);
        }
    }

    public void Dispose() => drop.Dispose();
}
