using System.Net.Sockets;
using System.Text;

namespace FinancialFirewall.Benchmarks.Clients;

/// <summary>A batch over HTTP/1.1 with as little work as can be: lines go out while answers come in, over one connection that is closed afterwards.</summary>
internal sealed class BatchConnection : IDisposable
{
    private const int ReceiveBytes = 1 << 18;

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] received = new byte[ReceiveBytes];

    /// <summary>What was answered.</summary>
    public AnswerTally Answers { get; } = new();

    /// <summary>Begins a batch.</summary>
    /// <param name="address">Where the firewall listens.</param>
    /// <param name="key">The API key.</param>
    /// <param name="length">How many bytes of lines there will be; null where nobody knows, and they go out in chunks.</param>
    public static BatchConnection Open(Uri address, string key, long? length)
    {
        var connection = new BatchConnection();
        connection.socket.Connect(address.Host, address.Port);
        connection.Send(Encoding.ASCII.GetBytes(
            $"POST /api/v1/fraud-risk/assessments/batch HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {key}\r\n"
            + $"Content-Type: application/x-ndjson\r\n{(length is null ? "Transfer-Encoding: chunked" : $"Content-Length: {length}")}\r\nConnection: close\r\n\r\n"));
        return connection;
    }

    /// <summary>Sends bytes as they are.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[socket.Send(bytes)..];
        }
    }

    /// <summary>Sends a chunk; an empty one ends the body.</summary>
    public void SendChunk(ReadOnlySpan<byte> bytes)
    {
        Send(Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"));
        Send(bytes);
        Send("\r\n"u8);
    }

    /// <summary>Counts answers until the last one.</summary>
    /// <param name="arrived">Called when more answers were counted.</param>
    /// <exception cref="IOException">The connection ended before, or the batch was refused.</exception>
    public void ReceiveAll(Action? arrived = null)
    {
        var body = default(ChunkedBody);
        var rest = ReceiveHead();
        while (true)
        {
            while (body.TryTake(ref rest, out var piece))
            {
                Answers.Add(piece);
            }

            arrived?.Invoke();
            if (body.IsEnded)
            {
                return;
            }

            rest = received.AsSpan(0, Receive(0));
        }
    }

    public void Dispose() => socket.Dispose();

    /// <summary>Receives the head and gives what arrived behind it.</summary>
    private ReadOnlySpan<byte> ReceiveHead()
    {
        for (var length = Receive(0); ; length += Receive(length))
        {
            var end = received.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                return received.AsSpan().StartsWith("HTTP/1.1 200"u8)
                    ? received.AsSpan((end + 4)..length)
                    : throw new IOException($"The batch was refused: {Encoding.UTF8.GetString(received, 0, length)}");
            }
        }
    }

    private int Receive(int from) => socket.Receive(received.AsSpan(from)) is > 0 and var count
        ? count
        : throw new IOException($"The server closed the connection. {Answers.Sample}");
}
