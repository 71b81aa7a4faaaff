using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading.Channels;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Simulator.Writing;

namespace FinancialFirewall.Host.Simulating;

/// <summary>Sends the payments that are due over one connection, all that wait as one batch, in their order.</summary>
internal sealed class LiveSender(HttpClient client, LiveTally tally)
{
    private const int MostAtOnce = 1_000;
    private const int MostWaiting = 10_000;
    private static readonly Uri Batch = new("/api/v1/fraud-risk/assessments/batch", UriKind.Relative);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly Channel<DuePayment> waiting = Channel.CreateBounded<DuePayment>(MostWaiting);

    /// <summary>Adds a payment; waits where too many wait already.</summary>
    public ValueTask AddAsync(DuePayment payment, CancellationToken interrupted) => waiting.Writer.WriteAsync(payment, interrupted);

    /// <summary>Says that no more come.</summary>
    public void Complete() => waiting.Writer.TryComplete();

    /// <summary>Sends until no more come.</summary>
    public async Task RunAsync(CancellationToken interrupted)
    {
        var batch = new List<DuePayment>();
        while (await waiting.Reader.WaitToReadAsync(interrupted))
        {
            while (batch.Count < MostAtOnce && waiting.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            while (!await TrySendAsync(batch, interrupted))
            {
                // The same references again get the first answers: sending again decides nothing twice.
                await Task.Delay(RetryDelay, interrupted);
            }

            batch.Clear();
        }
    }

    private static byte[] Body(IReadOnlyList<DuePayment> batch)
    {
        using var stream = new MemoryStream();
        using (var writer = PaymentWriters.Open(PaymentFormat.Ndjson, stream, []))
        {
            foreach (var due in batch)
            {
                writer.Write(due.Payment);
            }
        }

        return stream.ToArray();
    }

    private async Task<bool> TrySendAsync(IReadOnlyList<DuePayment> batch, CancellationToken interrupted)
    {
        try
        {
            using var content = new ByteArrayContent(Body(batch));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
            using var response = await client.PostAsync(Batch, content, interrupted);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                tally.Away("The firewall is overloaded or stopping (503); trying again.");
                return false;
            }

            if (!response.IsSuccessStatusCode)
            {
                throw new CommandFailedException(ExitCode.InputRefused, $"The firewall answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(interrupted)}");
            }

            await ReadAsync(batch, await response.Content.ReadAsStreamAsync(interrupted), interrupted);
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            tally.Away($"The firewall does not answer ({exception.Message}); trying again.");
            return false;
        }
    }

    private async Task ReadAsync(IReadOnlyList<DuePayment> batch, Stream answers, CancellationToken interrupted)
    {
        using var reader = new StreamReader(answers);
        for (var i = 0; i < batch.Count && await reader.ReadLineAsync(interrupted) is { } line; i++)
        {
            using var answer = JsonDocument.Parse(line);
            if (answer.RootElement.TryGetProperty("decision", out var decision))
            {
                tally.Answered(batch[i], decision.GetString()!);
            }
            else
            {
                tally.Refused(line);
            }
        }
    }
}
