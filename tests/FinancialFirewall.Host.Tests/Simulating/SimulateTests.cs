using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Simulating;

[Collection(ProcessCollection.Name)]
public sealed class SimulateTests
{
    private static readonly string[] World = ["--customers", "60", "--days", "4", "--fraud", "0.2", "--seed", "5", "--view", "clearing"];

    [Fact]
    public async Task Simulate_NdjsonAndCsv_GiveTheSameDecisions()
    {
        using var directory = new TemporaryDirectory();
        var decisions = new List<string>();
        foreach (var format in new[] { "ndjson", "csv" })
        {
            var file = directory.File($"world.{format}");
            var simulated = await FirewallProgram.RunAsync(["simulate", "--out", file, "--format", format, .. World]);
            Assert.True(simulated.ExitCode == 0, simulated.ToString());
            var assessed = await FirewallProgram.RunAsync("assess", file, "--out", "-");
            Assert.True(assessed.ExitCode == 0, assessed.ToString());
            decisions.Add(assessed.Output);
        }

        Assert.Contains("\"decision\":\"MANUAL_REVIEW\"", decisions[0], StringComparison.Ordinal);
        Assert.Equal(decisions[0], decisions[1]);
    }

    [Fact]
    public async Task Simulate_Live_SendsEveryPaymentOnce()
    {
        using var directory = new TemporaryDirectory();
        await using var server = await ServerProcess.StartAsync(directory.Data);

        var result = await FirewallProgram.RunAsync("simulate", "--to", server.Address.ToString(), "--key", server.PrintedKey!, "--rate", "1000", "--count", "300");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("300 answered", result.Output, StringComparison.Ordinal);
        Assert.Contains("0 waiting, 0 refused", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--out", "x", "--format", "pacs008", "--view", "bank")]
    [InlineData("--out", "x", "--start", "tomorrow")]
    [InlineData("--to", "nowhere")]
    [InlineData("--to", "http://127.0.0.1:9", "--key", "k", "--rate", "0")]
    [InlineData("--to", "http://127.0.0.1:9", "--key", "k")]
    [InlineData("--to", "http://127.0.0.1:9", "--key-file", "/nowhere/demo.key")]
    public async Task Simulate_WrongCommandLine_IsAUsageError(params string[] arguments)
    {
        var result = await FirewallProgram.RunAsync(["simulate", .. arguments]);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.StartsWith("firewall: ", result.Errors, StringComparison.Ordinal);
    }
}
