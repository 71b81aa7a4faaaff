using System.Net.Http.Headers;
using System.Text;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>The same payments over HTTP/1.1 on the loopback interface, with a client in this process.</summary>
internal sealed class HttpStage : IStage
{
    /// <summary>Answers are read once a request is sent; the server holds so many of them back without waiting.</summary>
    private const int LinesPerRequest = 25_000;

    private const int ShownBytes = 300;

    private readonly HttpClient client;
    private readonly Uri address;
    private readonly MemoryStream answers = new();

    public HttpStage(Firewall firewall)
    {
        address = new Uri(firewall.Address, "/api/v1/fraud-risk/assessments/batch");
        client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", firewall.ApiKey);
    }

    public string Name => "http";

    public string Description => "all cores: POST .../assessments/batch, requests of 25,000 lines, client included; brief answers";

    public async Task RunAsync(PaymentLines lines)
    {
        answers.SetLength(0);
        for (var first = 0; first < lines.Count; first += LinesPerRequest)
        {
            var count = Math.Min(LinesPerRequest, lines.Count - first);
            using var content = new ByteArrayContent(lines.Bytes, first * PaymentLines.LineBytes, count * PaymentLines.LineBytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await response.Content.CopyToAsync(answers);
            response.EnsureSuccessStatusCode();
        }
    }

    public void Verify(PaymentLines lines)
    {
        var text = answers.GetBuffer().AsSpan(0, (int)answers.Length);
        var decided = text.Count("\"decision\":"u8);
        if (decided != lines.Count || text.Count((byte)'\n') != lines.Count || text.IndexOf("\"duplicate\""u8) >= 0)
        {
            throw new InvalidOperationException($"{decided} of {lines.Count} payments were decided: {Encoding.UTF8.GetString(text[..Math.Min(text.Length, ShownBytes)])}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await answers.DisposeAsync();
    }
}
