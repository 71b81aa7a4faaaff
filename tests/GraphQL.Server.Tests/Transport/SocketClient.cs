using System.Net.WebSockets;
using System.Text;

namespace GraphQL.Server.Tests.Transport;

/// <summary>A client over WebSocket that says exactly what a test wants it to.</summary>
internal sealed class SocketClient : IDisposable
{
    private readonly ClientWebSocket socket = new();

    /// <summary>Connects with a sub-protocol, and introduces itself unless it should not.</summary>
    public static async Task<SocketClient> ConnectAsync(SampleServer server, bool introduces = true, string protocol = "graphql-transport-ws")
    {
        var client = new SocketClient();
        client.socket.Options.AddSubProtocol(protocol);
        await client.socket.ConnectAsync(new Uri(server.Url.Replace("http:", "ws:", StringComparison.Ordinal)), CancellationToken.None);
        if (introduces)
        {
            await client.SendAsync("""{"type":"connection_init"}""");
            Assert.Equal("""{"type":"connection_ack"}""", await client.ReceiveAsync());
        }

        return client;
    }

    public Task SendAsync(string message, WebSocketMessageType type = WebSocketMessageType.Text)
        => socket.SendAsync(Encoding.UTF8.GetBytes(message), type, endOfMessage: true, CancellationToken.None);

    /// <summary>The next message; where the server closes, its code and reason.</summary>
    public async Task<string> ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            length += received.Count;
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return $"{(int)socket.CloseStatus!} {socket.CloseStatusDescription}";
            }

            if (received.EndOfMessage)
            {
                return Encoding.UTF8.GetString(buffer, 0, length);
            }
        }
    }

    /// <summary>Leaves as clients do.</summary>
    public Task CloseAsync() => socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);

    public void Dispose() => socket.Dispose();
}
