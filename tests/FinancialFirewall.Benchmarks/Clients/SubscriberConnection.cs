using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace FinancialFirewall.Benchmarks.Clients;

/// <summary>A WebSocket with some subscriptions to all assessments of a tenant, as a browser has it.</summary>
internal sealed class SubscriberConnection : IDisposable
{
    private const string Protocol = "graphql-transport-ws";
    private const int BufferBytes = 1 << 16;

    private static readonly byte[] Mark = "\"transactionReference\":\""u8.ToArray();

    private readonly ClientWebSocket socket = new();
    private readonly byte[] received = new byte[BufferBytes];

    private SubscriberConnection(int subscriptions) => Subscriptions = subscriptions;

    /// <summary>How many subscriptions it has.</summary>
    public int Subscriptions { get; }

    /// <summary>Opens it.</summary>
    /// <param name="server">Where the firewall listens.</param>
    /// <param name="key">The API key.</param>
    /// <param name="after">The cursor behind which every subscription begins.</param>
    /// <param name="subscriptions">How many it has.</param>
    public static async Task<SubscriberConnection> OpenAsync(Uri server, string key, string after, int subscriptions)
    {
        var connection = new SubscriberConnection(subscriptions);
        connection.socket.Options.AddSubProtocol(Protocol);
        await connection.socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
        await connection.SendAsync(new { type = "connection_init", payload = new { Authorization = $"Bearer {key}" } });
        var answer = Encoding.UTF8.GetString(connection.received, 0, await connection.ReceiveAsync());
        if (!answer.Contains("connection_ack", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The firewall let no subscriber in: {answer}");
        }

        const string query = "subscription($after: String) { assessments(after: $after) { cursor assessment { transactionReference decision } } }";
        for (var i = 0; i < subscriptions; i++)
        {
            await connection.SendAsync(new { id = $"{i}", type = "subscribe", payload = new { query, variables = new { after } } });
        }

        return connection;
    }

    /// <summary>Receives until each subscription has heard of so many payments.</summary>
    /// <param name="payments">How many.</param>
    /// <param name="heard">Is told the number at the end of each payment's reference.</param>
    public async Task HearAsync(int payments, Action<int> heard)
    {
        for (var left = payments * Subscriptions; left > 0;)
        {
            var length = await ReceiveAsync();
            if (NumberIn(received.AsSpan(0, length)) is { } number)
            {
                heard(number);
                left--;
            }
            else if (received.AsSpan(0, length).IndexOf("\"ping\""u8) >= 0)
            {
                await SendAsync(new { type = "pong" });
            }
            else
            {
                throw new InvalidOperationException($"A subscriber was told: {Encoding.UTF8.GetString(received, 0, length)}");
            }
        }
    }

    public void Dispose() => socket.Dispose();

    /// <summary>The number behind the last dash of a reference; null where the message has none.</summary>
    private static int? NumberIn(ReadOnlySpan<byte> message)
    {
        var at = message.IndexOf(Mark);
        if (at < 0)
        {
            return null;
        }

        var reference = message[(at + Mark.Length)..];
        reference = reference[..reference.IndexOf((byte)'"')];
        return int.Parse(reference[(reference.LastIndexOf((byte)'-') + 1)..], CultureInfo.InvariantCulture);
    }

    private async Task SendAsync(object message)
        => await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private async Task<int> ReceiveAsync()
    {
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(received.AsMemory(length), CancellationToken.None);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                throw new InvalidOperationException($"A subscriber was cut: {socket.CloseStatus} {socket.CloseStatusDescription}");
            }

            if (part.EndOfMessage)
            {
                return length;
            }
        }
    }
}
