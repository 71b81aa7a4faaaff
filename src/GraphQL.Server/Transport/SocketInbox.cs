using System.Buffers;
using System.Net.WebSockets;

namespace GraphQL.Server.Transport;

/// <summary>Reads what one client says over WebSocket.</summary>
internal sealed class SocketInbox(WebSocket socket, int maxBytes)
{
    private const int ChunkBytes = 4096;

    /// <summary>The next message, why there is none, or nothing where the client has left.</summary>
    /// <exception cref="WebSocketException">The client is gone.</exception>
    public async Task<(SocketMessage? Message, SocketClosure? Problem)> ReceiveAsync(CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>(ChunkBytes);
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.GetMemory(ChunkBytes), cancellation);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return (null, null);
            }

            buffer.Advance(received.Count);
            if (buffer.WrittenCount > maxBytes)
            {
                return (null, SocketClosure.TooLarge);
            }

            if (received.EndOfMessage)
            {
                var isText = received.MessageType == WebSocketMessageType.Text;
                return isText && SocketMessage.TryRead(buffer.WrittenMemory, out var message) ? (message, null) : (null, SocketClosure.Malformed);
            }
        }
    }

    /// <summary>Passes over everything until the client has left.</summary>
    /// <exception cref="WebSocketException">The client is gone.</exception>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        var chunk = new byte[ChunkBytes];
        while (socket.State is WebSocketState.Open or WebSocketState.CloseSent
            && (await socket.ReceiveAsync(chunk.AsMemory(), cancellation)).MessageType != WebSocketMessageType.Close)
        {
            // What a client says to a connection that is being closed is for nobody.
        }
    }
}
