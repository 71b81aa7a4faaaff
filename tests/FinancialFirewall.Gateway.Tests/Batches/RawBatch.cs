using System.Net.Sockets;
using System.Text;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Batches;

/// <summary>A batch byte by byte, so that a test decides what is sent and read when.</summary>
internal sealed class RawBatch : IDisposable
{
    private readonly TcpClient client;
    private readonly NetworkStream stream;
    private readonly MemoryStream received = new();

    private RawBatch(TcpClient client)
    {
        this.client = client;
        stream = client.GetStream();
    }

    /// <summary>Everything that arrived.</summary>
    public string Response => Encoding.UTF8.GetString(received.ToArray());

    public static async Task<RawBatch> OpenAsync(RunningGateway gateway, string query = "", long? contentLength = null, string? key = null)
    {
        var opened = new TcpClient { NoDelay = true };
        await opened.ConnectAsync(gateway.Address.Host, gateway.Address.Port);
        var batch = new RawBatch(opened);
        var length = contentLength is null ? "Transfer-Encoding: chunked" : $"Content-Length: {contentLength}";
        await batch.SendRawAsync(
            $"POST /api/v1/fraud-risk/assessments/batch{query} HTTP/1.1\r\nHost: {gateway.Address.Authority}\r\nX-Api-Key: {key ?? gateway.Key}\r\n"
            + $"Content-Type: application/x-ndjson\r\n{length}\r\nConnection: close\r\n\r\n");
        return batch;
    }

    public Task SendAsync(string text) => SendRawAsync($"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n");

    public Task EndAsync() => SendRawAsync("0\r\n\r\n");

    public async Task SendRawAsync(string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads until so many lines of the body arrived, or the response ended.</summary>
    public async Task<IReadOnlyList<string>> ReadLinesAsync(int count)
    {
        var buffer = new byte[65536];
        while (Lines().Length < count)
        {
            int read;
            try
            {
                read = await stream.ReadAsync(buffer);
            }
            catch (IOException)
            {
                break;
            }

            if (read == 0)
            {
                break;
            }

            received.Write(buffer, 0, read);
        }

        return Lines();
    }

    public void Dispose()
    {
        client.Dispose();
        received.Dispose();
    }

    private string[] Lines()
    {
        var body = Body();
        var end = body.LastIndexOf('\n');
        return end < 0 ? [] : body[..end].Split('\n');
    }

    private string Body()
    {
        var bytes = received.GetBuffer().AsSpan(0, (int)received.Length);
        var headerEnd = bytes.IndexOf("\r\n\r\n"u8);
        var body = new MemoryStream();
        var rest = headerEnd < 0 ? default : bytes[(headerEnd + 4)..];
        while (rest.IndexOf("\r\n"u8) is var lineEnd and > 0)
        {
            var length = Convert.ToInt32(Encoding.ASCII.GetString(rest[..lineEnd]), 16);
            var chunk = rest[(lineEnd + 2)..];
            body.Write(chunk[..Math.Min(length, chunk.Length)]);
            rest = chunk.Length < length + 2 ? default : chunk[(length + 2)..];
        }

        return Encoding.UTF8.GetString(body.ToArray());
    }
}
