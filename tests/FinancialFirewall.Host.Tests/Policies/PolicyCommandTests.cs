using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Policies;

[Collection(ProcessCollection.Name)]
public sealed class PolicyCommandTests
{
    [Fact]
    public async Task Check_GoodFile_SaysItsHash()
    {
        using var directory = new TemporaryDirectory();

        var result = await FirewallProgram.RunAsync("policy", "check", directory.Write("p.json", PolicyFiles.Rejecting("amount > 1000")));

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Matches("can be used; its hash is [0-9a-f]{64}", result.Output);
    }

    [Fact]
    public async Task Check_BrokenExpression_ShowsACaretUnderTheWord()
    {
        using var directory = new TemporaryDirectory();

        var result = await FirewallProgram.RunAsync("policy", "check", directory.Write("p.json", PolicyFiles.Rejecting("amount > 1000 and amuont < 5")));

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("/configurations/0/riskRules/customRules/0/expression", result.Errors, StringComparison.Ordinal);
        var lines = result.Errors.Split('\n');
        var shown = Array.FindIndex(lines, static line => line.TrimStart().StartsWith("amount > 1000 and amuont < 5", StringComparison.Ordinal));
        Assert.True(shown >= 0, result.ToString());
        Assert.Equal(lines[shown].IndexOf("amuont", StringComparison.Ordinal), lines[shown + 1].IndexOf('^', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{", 1)]
    [InlineData("""{"baseCurrency":"EUR","unheard":1}""", 1)]
    public async Task Check_BrokenFile_ListsItsMistakes(string content, int exitCode)
    {
        using var directory = new TemporaryDirectory();

        var result = await FirewallProgram.RunAsync("policy", "check", directory.Write("p.json", content));

        Assert.True(result.ExitCode == exitCode, result.ToString());
        Assert.StartsWith("error: ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_BrokenPolicyFile_StartsNothing()
    {
        using var directory = new TemporaryDirectory();
        var policy = directory.Write("p.json", PolicyFiles.Rejecting("amount >"));

        var result = await FirewallProgram.RunAsync("run", "--urls", "http://127.0.0.1:0", "--data", directory.Data, "--policy", policy);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("/configurations/0/riskRules/customRules/0/expression", result.Errors, StringComparison.Ordinal);
    }
}
