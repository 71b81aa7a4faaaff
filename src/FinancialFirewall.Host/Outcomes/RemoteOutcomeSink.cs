using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Outcomes;
using FinancialFirewall.Grains.Reviews;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Remote;

namespace FinancialFirewall.Host.Outcomes;

/// <summary>Sends outcomes to a firewall that is running.</summary>
internal sealed class RemoteOutcomeSink : IOutcomeSink
{
    private const int MaximumTries = 60;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);
    private static readonly Uri Path = new("/api/v1/outcomes", UriKind.Relative);

    private readonly HttpClient client;

    private RemoteOutcomeSink(HttpClient client) => this.client = client;

    /// <summary>Finds the firewall.</summary>
    /// <exception cref="CommandFailedException">It is not ready.</exception>
    public static async Task<IOutcomeSink> OpenAsync(RemoteFirewall firewall, CancellationToken interrupted) => new RemoteOutcomeSink(await firewall.ConnectAsync(interrupted));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OutcomeResult>> ReportAsync(IReadOnlyList<OutcomeLine> lines, CancellationToken interrupted)
    {
        var sent = lines.Where(static line => line.Document.IsSuccess).ToList();
        var answers = new Queue<string>(sent.Count == 0 ? [] : await SendAsync(sent, interrupted));
        return answers.Count == sent.Count
            ? [.. lines.Select(line => line.Document.IsSuccess ? Read(line, answers.Dequeue()) : new OutcomeResult(line, null, line.Document.Errors))]
            : throw new CommandFailedException(ExitCode.InputRefused, $"The firewall answered {answers.Count} of {sent.Count} reports.");
    }

    /// <inheritdoc/>
    public Task EndAsync(long recorded, long refused) => Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private static OutcomeResult Read(OutcomeLine line, string answer)
    {
        using var json = JsonDocument.Parse(answer);
        if (json.RootElement.TryGetProperty("recorded", out var recorded))
        {
            return new OutcomeResult(line, new OutcomeAnswer(default, IsRepeated: !recorded.GetBoolean(), Refusal: null), []);
        }

        var kind = KindOf((HttpStatusCode)json.RootElement.GetProperty("status").GetInt32());
        return new OutcomeResult(line, null, [.. json.RootElement.GetProperty("errors").EnumerateArray().Select(error => Read(error, kind))]);
    }

    private static ErrorKind KindOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound => ErrorKind.NotFound,
        HttpStatusCode.Conflict => ErrorKind.Conflict,
        _ => ErrorKind.Invalid,
    };

    private static Error Read(JsonElement error, ErrorKind kind)
    {
        return new Error(kind, Text("code"), Text("member"), Text("value"), Text("message"));

        string Text(string member) => error.TryGetProperty(member, out var value) ? value.GetString() ?? "" : "";
    }

    /// <summary>Sends reports; where the firewall has too much to do and took nothing, again.</summary>
    private async Task<string[]> SendAsync(List<OutcomeLine> lines, CancellationToken interrupted)
    {
        byte[] body = [.. lines.SelectMany(static line => (byte[])[.. OutcomeWriter.Write(line.Document.Value), (byte)'\n'])];
        for (var attempt = 1; ; attempt++)
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
            var (status, answer) = await PostAsync(content, interrupted);
            if (status == HttpStatusCode.OK)
            {
                return answer.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            }

            if (attempt == MaximumTries || status is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
            {
                throw new CommandFailedException(ExitCode.InputRefused, $"The firewall answered {(int)status}: {answer}");
            }

            await Task.Delay(RetryDelay, interrupted);
        }
    }

    private async Task<(HttpStatusCode Status, string Answer)> PostAsync(HttpContent content, CancellationToken interrupted)
    {
        try
        {
            using var response = await client.PostAsync(Path, content, interrupted);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(interrupted));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new CommandFailedException(ExitCode.InputRefused, $"The firewall does not answer any more: {exception.Message}");
        }
    }
}
