using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace FinancialFirewall.Benchmarks.Clients;

/// <summary>A connection that stays open and carries one payment at a time.</summary>
internal sealed class SingleConnection : IDisposable
{
    private const int BufferBytes = 1 << 14;

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] request = new byte[BufferBytes];
    private readonly byte[] received = new byte[BufferBytes];
    private readonly int headLength;
    private long intendedAt;

    /// <summary>Opens it.</summary>
    public SingleConnection(Uri address, string key, int bodyLength)
    {
        headLength = Encoding.ASCII.GetBytes(
            $"POST /api/v1/fraud-risk/assessments HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {key}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {bodyLength}\r\n\r\n",
            request);
        socket.Connect(address.Host, address.Port);
    }

    /// <summary>Sends a payment.</summary>
    /// <param name="payment">Its JSON.</param>
    /// <param name="intended">When it should have gone out, from which its latency counts.</param>
    public void Send(ReadOnlySpan<byte> payment, long intended)
    {
        Volatile.Write(ref intendedAt, intended);
        payment.CopyTo(request.AsSpan(headLength));
        for (var rest = request.AsSpan(0, headLength + payment.Length); !rest.IsEmpty;)
        {
            rest = rest[socket.Send(rest)..];
        }
    }

    /// <summary>Receives the answer to what is sent next.</summary>
    /// <returns>The time since its intended sending, and what was answered where that is no new decision.</returns>
    public async Task<(TimeSpan Latency, string? Other)> ReceiveAsync()
    {
        var length = 0;
        while (!IsWhole(length))
        {
            var count = await socket.ReceiveAsync(received.AsMemory(length));
            length += count > 0 ? count : throw new IOException("The server closed a connection.");
        }

        var latency = Stopwatch.GetElapsedTime(Volatile.Read(ref intendedAt));
        return (latency, received.AsSpan().StartsWith("HTTP/1.1 201"u8) ? null : Encoding.UTF8.GetString(received, 0, length));
    }

    public void Dispose() => socket.Dispose();

    private bool IsWhole(int length)
    {
        var arrived = received.AsSpan(0, length);
        var end = arrived.IndexOf("\r\n\r\n"u8);
        return end >= 0 && length == end + 4 + BodyLength(arrived[..end]);
    }

    private static int BodyLength(ReadOnlySpan<byte> head)
    {
        var name = "Content-Length: "u8;
        var start = head.IndexOf(name);
        var value = start < 0 ? default : head[(start + name.Length)..];
        var end = value.IndexOf((byte)'\r');
        return int.Parse(end < 0 ? value : value[..end], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
