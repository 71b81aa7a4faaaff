using System.Net;
using System.Text;
using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Serving;

/// <summary>Real file systems that are full or broken under a firewall that answers.</summary>
[Collection(DrillCollection.Name)]
public sealed class DiskDrillTests
{
    private const int Payments = 100;
    private const int MostTries = 100_000;
    private const int Megabytes = 160;
    private const long Low = 20L * 1024 * 1024;
    private const int Usage = 2;
    private const int JournalFailed = 6;

    /// <summary>While others fill its disk it refuses payments and lives; once there is room again it goes on, and every answer is true.</summary>
    [RealDiskFact]
    public async Task DiskFull_BySomebodyElse_RefusesAndGoesOn()
    {
        using var directory = new TemporaryDirectory();
        using var disk = RealDisk.InMemory(directory, Megabytes);
        var payments = new SamplePayments(20260601);
        await using var server = await ServerProcess.StartAsync(disk.Data, "--master-key", await KeyAsync(directory));
        using var client = ClientOf(server);
        var known = new Dictionary<string, Answer>(StringComparer.Ordinal);
        await SendAsync(client, payments.Take(Payments), known);

        disk.Fill(Low);
        var refusal = "";
        for (var tries = 0; refusal.Length == 0; tries++)
        {
            Assert.True(tries < MostTries, "It does not notice that its disk is nearly full.");
            refusal = await TryAsync(client, payments.Next(), known);
        }

        Assert.Contains("DISK_FULL", refusal, StringComparison.Ordinal);
        disk.Fill(0);
        Assert.Contains("DISK_FULL", await TryAsync(client, payments.Next(), known), StringComparison.Ordinal);
        await CheckAsync(client, known);

        disk.Empty();
        await SendAsync(client, payments.Take(Payments), known);
        await CheckAsync(client, known);
    }

    /// <summary>A disk that breaks ends the process with a reason; mended, it has every answer that was given.</summary>
    [RealDiskFact]
    public async Task DiskReadOnly_UnderLoad_EndsWithAReasonAndKeepsEveryAnswer()
    {
        using var directory = new TemporaryDirectory();
        using var disk = RealDisk.InFile(directory, Megabytes);
        var (payments, key) = (new SamplePayments(20260602), await KeyAsync(directory));
        var known = new Dictionary<string, Answer>(StringComparer.Ordinal);
        await using (var server = await ServerProcess.StartAsync(disk.Data, "--master-key", key))
        {
            using var client = ClientOf(server);
            await SendAsync(client, payments.Take(Payments), known);
            disk.Break();
            Assert.NotEqual("", await TryAsync(client, payments.Next(), known));
            var ended = await server.WaitForExitAsync();
            Assert.True(ended.ExitCode == JournalFailed, ended.ToString());
            Assert.Contains("Read-only file system", ended.Errors, StringComparison.OrdinalIgnoreCase);
        }

        var refused = await FirewallProgram.RunAsync("run", "--urls", "http://127.0.0.1:0", "--data", disk.Data, "--master-key", key);
        Assert.True(refused.ExitCode == Usage, refused.ToString());
        Assert.Contains("Read-only file system", refused.Errors, StringComparison.OrdinalIgnoreCase);

        disk.Repair();
        await using var mended = await ServerProcess.StartAsync(disk.Data, "--master-key", key);
        using var again = ClientOf(mended, await File.ReadAllTextAsync(Path.Combine(disk.Data, "demo.key")));
        await CheckAsync(again, known);
        await SendAsync(again, payments.Take(Payments), known);
    }

    private static async Task<string> KeyAsync(TemporaryDirectory directory)
    {
        var made = await FirewallProgram.RunAsync("keys", "new", directory.File("master.key"));
        Assert.True(made.ExitCode == 0, made.ToString());
        return directory.File("master.key");
    }

    private static HttpClient ClientOf(ServerProcess server, string? key = null)
    {
        var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", (key ?? server.PrintedKey!).Trim());
        return client;
    }

    private static async Task SendAsync(HttpClient client, IReadOnlyList<string> lines, Dictionary<string, Answer> known)
    {
        foreach (var line in lines)
        {
            Assert.Equal("", await TryAsync(client, line, known));
        }
    }

    /// <returns>Why there was no answer; empty where there was one, which is known then.</returns>
    private static async Task<string> TryAsync(HttpClient client, string payment, Dictionary<string, Answer> known)
    {
        using var body = new StringContent(payment, Encoding.UTF8, "application/json");
        try
        {
            using var response = await client.PostAsync(new Uri("/api/v1/fraud-risk/assessments", UriKind.Relative), body);
            var text = await response.Content.ReadAsStringAsync();
            if (response.StatusCode != HttpStatusCode.Created)
            {
                return text;
            }

            var answer = Answer.Parse(text).Answer;
            known.Add(answer.Reference, answer);
            return "";
        }
        catch (HttpRequestException exception)
        {
            return exception.Message;
        }
    }

    private static async Task CheckAsync(HttpClient client, Dictionary<string, Answer> known)
    {
        foreach (var (reference, answer) in known)
        {
            var found = await client.GetStringAsync(new Uri($"/api/v1/fraud-risk/assessments/transaction/{reference}", UriKind.Relative));
            Assert.Equal(answer, Answer.Parse(found).Answer);
        }
    }
}
