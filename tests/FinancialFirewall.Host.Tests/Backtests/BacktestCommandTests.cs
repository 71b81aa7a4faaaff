using System.Text.Json;
using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Backtests;

/// <summary>Backtests of a firewall that is running, from the command line.</summary>
[Collection(ProcessCollection.Name)]
public sealed class BacktestCommandTests
{
    private const string Strict = """
        {"baseCurrency":"EUR","configurations":[{"configurationName":"strict","paymentSource":"BOTH",
         "riskRules":{"customRules":[{"name":"any","expression":"amount > 0","weight":0.9}]},"thresholds":{"rejectThreshold":0.8,"approveThreshold":0.3}}]}
        """;

    [Fact]
    public async Task Backtest_OfAFileAndOfWhatDecided_PrintsWhatWouldHaveChanged()
    {
        using var directory = new TemporaryDirectory();
        var strict = directory.Write("strict.json", Strict);
        await using var server = await ServerProcess.StartAsync(directory.Data);
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", server.PrintedKey);
        const string payment = """{"transactionReference":"one","fromAccountNumber":"A","amount":12.5,"currency":"EUR"}""";
        using var sent = await client.PostAsync("/api/v1/fraud-risk/assessments", new StringContent(payment, System.Text.Encoding.UTF8, "application/json"));
        var decision = JsonElement.Parse(await sent.Content.ReadAsStringAsync()).GetProperty("decision").GetString();
        string[] where = ["--to", server.Address.ToString(), "--key", server.PrintedKey!];

        var stricter = await FirewallProgram.RunAsync(["backtest", "--policy", strict, .. where]);
        var same = await FirewallProgram.RunAsync(["backtest", "--version", "1", "--json", .. where]);
        var none = await FirewallProgram.RunAsync(["backtest", .. where]);

        Assert.True(stricter.ExitCode == 0, stricter.ToString());
        Assert.Contains("1 payments compared, 1 decided otherwise, ", stricter.Output, StringComparison.Ordinal);
        Assert.Contains($"{decision,-13} -> REJECT                   1  12.50 EUR", stricter.Output, StringComparison.Ordinal);
        Assert.Contains(" +any", stricter.Output, StringComparison.Ordinal);
        Assert.True(same.ExitCode == 0, same.ToString());
        Assert.Equal(0, JsonElement.Parse(same.Output).GetProperty("report").GetProperty("changed").GetInt32());
        Assert.True(none.ExitCode == 1, none.ToString());
        Assert.Contains("(POLICY_CHOICE)", none.ToString(), StringComparison.Ordinal);
    }
}
