using System.Text.Json;
using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Outcomes;

/// <summary>Outcomes from files: into a directory that nobody uses, and to a firewall that is running.</summary>
[Collection(ProcessCollection.Name)]
public sealed class OutcomesTests
{
    [Fact]
    public async Task Outcomes_IntoADirectory_RecordsWhatItCanOnceAndRejectsTheRest()
    {
        using var directory = new TemporaryDirectory();
        var payments = directory.Write("payments.ndjson", string.Join('\n', new SamplePayments(seed: 1).Take(3)));
        Assert.Equal(0, (await FirewallProgram.RunAsync("assess", payments, "--data", directory.Data)).ExitCode);
        var file = directory.Write("outcomes.csv", "outcome,transactionReference,at\nRETURNED,T-1-1,2026-03-03T08:00:00Z\nFRAUD,nobody,\n\nLOST,T-1-2,\n");

        var first = await FirewallProgram.RunAsync("outcomes", file, "--data", directory.Data);
        var again = await FirewallProgram.RunAsync("outcomes", file, "--data", directory.Data, "--skip-errors");

        Assert.True(first.ExitCode == 1, first.ToString());
        Assert.Contains("line 3: transactionReference: ", first.Output, StringComparison.Ordinal);
        Assert.Contains("(REFERENCE_UNKNOWN)\nline 5: outcome: ", first.Output, StringComparison.Ordinal);
        Assert.Contains("1 outcome recorded, 0 recorded before, 2 lines refused.", first.Output, StringComparison.Ordinal);
        Assert.True(again.ExitCode == 0, again.ToString());
        Assert.Contains("0 outcomes recorded, 1 recorded before, 2 lines refused.", again.Output, StringComparison.Ordinal);
        var rejects = (await File.ReadAllLinesAsync(file + ".rejects.ndjson")).Select(static line => JsonElement.Parse(line)).ToList();
        Assert.Equal([3, 5], rejects.Select(static reject => reject.GetProperty("line").GetInt32()));
        Assert.Equal("""{"transactionReference":"T-1-2","outcome":"LOST"}""", rejects[1].GetProperty("report").GetRawText());
        Assert.Equal(0, (await FirewallProgram.RunAsync("verify", directory.Data)).ExitCode);
    }

    [Fact]
    public async Task Outcomes_ToARunningFirewall_AreRecordedThere()
    {
        using var directory = new TemporaryDirectory();
        await using var server = await ServerProcess.StartAsync(directory.Data);
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", server.PrintedKey);
        using var sent = await client.PostAsync("/api/v1/fraud-risk/assessments", new StringContent(new SamplePayments(seed: 2).Next(), System.Text.Encoding.UTF8, "application/json"));
        Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync());
        const string reports = "{\"transactionReference\":\"T-2-1\",\"outcome\":\"EXECUTED\"}\n{\"transactionReference\":\"T-2-1\",\"reason\":\"x\"}\n{\"transactionReference\":\"nobody\",\"outcome\":\"FRAUD\"}\n";

        var result = await FirewallProgram.RunWithInputAsync(reports, "outcomes", "-", "--to", server.Address.ToString(), "--key", server.PrintedKey!);
        var inUse = await FirewallProgram.RunWithInputAsync(reports, "outcomes", "-", "--data", directory.Data);
        var both = await FirewallProgram.RunWithInputAsync(reports, "outcomes", "-", "--data", directory.Data, "--to", server.Address.ToString());

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("(JSON_MALFORMED)\nline 3: transactionReference: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("1 outcome recorded, 0 recorded before, 2 lines refused.", result.Output, StringComparison.Ordinal);
        var found = JsonElement.Parse(await client.GetStringAsync("/api/v1/fraud-risk/assessments/transaction/T-2-1"));
        Assert.Equal("EXECUTED", found.GetProperty("outcomes")[0].GetProperty("outcome").GetString());
        Assert.Equal((4, 2), (inUse.ExitCode, both.ExitCode));
    }
}
