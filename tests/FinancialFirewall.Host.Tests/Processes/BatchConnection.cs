using System.Net.Sockets;
using System.Text;

namespace FinancialFirewall.Host.Tests.Processes;

/// <summary>A batch request byte by byte, so that a test can send, read and break off wherever it wants.</summary>
internal sealed class BatchConnection : IDisposable
{
    private readonly TcpClient client;
    private readonly NetworkStream stream;
    private readonly MemoryStream received = new();

    private BatchConnection(TcpClient client)
    {
        this.client = client;
        stream = client.GetStream();
    }

    /// <summary>How many bytes of the response arrived.</summary>
    public long ReceivedBytes => received.Length;

    /// <summary>Begins a batch.</summary>
    public static async Task<BatchConnection> OpenAsync(Uri address, string key)
    {
        var opened = new TcpClient { NoDelay = true };
        await opened.ConnectAsync(address.Host, address.Port);
        var connection = new BatchConnection(opened);
        await connection.SendRawAsync(
            $"POST /api/v1/fraud-risk/assessments/batch HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {key}\r\n"
            + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        return connection;
    }

    /// <summary>Sends a piece of the body.</summary>
    public Task SendAsync(string text) => SendRawAsync($"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n");

    /// <summary>Ends the body.</summary>
    public Task EndAsync() => SendRawAsync("0\r\n\r\n");

    /// <summary>Reads some of the response, at most <paramref name="count"/> bytes; false at its end.</summary>
    public async Task<bool> ReadSomeAsync(int count)
    {
        var buffer = new byte[count];
        try
        {
            var read = await stream.ReadAsync(buffer);
            received.Write(buffer, 0, read);
            return read > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Reads until <paramref name="count"/> whole lines arrived, or the end.</summary>
    public async Task<IReadOnlyList<string>> ReadLinesAsync(int count)
    {
        while (Lines().Count < count && await ReadSomeAsync(65536))
        {
        }

        return Lines();
    }

    /// <summary>The whole lines of the response's body so far.</summary>
    public IReadOnlyList<string> Lines()
    {
        var body = Body();
        var end = body.LastIndexOf('\n');
        return end < 0 ? [] : body[..end].Split('\n');
    }

    public void Dispose()
    {
        client.Dispose();
        received.Dispose();
    }

    /// <summary>The body without its chunk framing, as far as it arrived.</summary>
    private string Body()
    {
        var bytes = received.GetBuffer().AsSpan(0, (int)received.Length);
        var headerEnd = bytes.IndexOf("\r\n\r\n"u8);
        var body = new StringBuilder();
        var rest = headerEnd < 0 ? default : bytes[(headerEnd + 4)..];
        while (rest.IndexOf("\r\n"u8) is var lineEnd and > 0)
        {
            var length = Convert.ToInt32(Encoding.ASCII.GetString(rest[..lineEnd]), 16);
            var chunk = rest[(lineEnd + 2)..];
            body.Append(Encoding.UTF8.GetString(chunk[..Math.Min(length, chunk.Length)]));
            rest = chunk.Length < length + 2 ? default : chunk[(length + 2)..];
        }

        return body.ToString();
    }

    private async Task SendRawAsync(string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
}
