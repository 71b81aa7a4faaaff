using System.Globalization;
using System.Xml.Linq;
using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Simulating;

[Collection(ProcessCollection.Name)]
public sealed class SimulateTests
{
    private static readonly string[] World = ["--customers", "60", "--days", "4", "--fraud", "0.2", "--seed", "5", "--view", "clearing"];

    [Fact]
    public async Task Simulate_EveryFormat_GivesTheSameDecisions()
    {
        using var directory = new TemporaryDirectory();
        var decisions = new List<string>();
        foreach (var format in new[] { "ndjson", "csv", "pacs008" })
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
        Assert.Equal(decisions[0], decisions[2]);
    }

    [Fact]
    public async Task Simulate_Pictures_ShowEveryPaymentOfTheRun()
    {
        using var directory = new TemporaryDirectory();

        var result = await FirewallProgram.RunAsync(["simulate", "--out", directory.File("world.ndjson"), "--pictures", directory.File("pictures"), "--customers", "60", "--days", "4", "--fraud", "0.2"]);

        Assert.True(result.ExitCode == 0, result.ToString());
        var payments = (await File.ReadAllLinesAsync(directory.File("world.ndjson.labels.csv"))).Skip(1).ToList();
        var names = new[] { "days.svg", "fraud-hours.svg", "hours.svg", "wages.svg", "weekdays.svg" };
        Assert.Equal(names, Directory.EnumerateFiles(directory.File("pictures")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(payments.Count(row => row.Contains(",0,", StringComparison.Ordinal)), SumOf(directory.File("pictures/days.svg")));
        Assert.Equal(payments.Count(row => row.Contains(",1,", StringComparison.Ordinal)), SumOf(directory.File("pictures/fraud-hours.svg")));
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

    /// <summary>The sum of what stands under the pointer of each bar.</summary>
    private static int SumOf(string picture)
    {
        XNamespace space = "http://www.w3.org/2000/svg";
        return XDocument.Load(picture).Descendants(space + "rect").Elements(space + "title").Sum(title => int.Parse(title.Value.Split(": ")[^1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
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
