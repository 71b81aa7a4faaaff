using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Assessing;

[Collection(ProcessCollection.Name)]
public sealed class AssessTests
{
    [Fact]
    public async Task Assess_File_AnswersInOrderAndSumsUp()
    {
        using var directory = new TemporaryDirectory();
        var lines = new SamplePayments(2).Take(400);
        var input = directory.Write("payments.ndjson", string.Join('\n', lines));
        var output = directory.File("answers.ndjson");

        var result = await FirewallProgram.RunAsync("assess", input, "--out", output);

        Assert.True(result.ExitCode == 0, result.ToString());
        var answers = (await File.ReadAllLinesAsync(output)).Select(line => Answer.Parse(line).Answer).ToList();
        Assert.Equal(Enumerable.Range(1, 400).Select(number => $"T-2-{number}"), answers.Select(answer => answer.Reference));
        Assert.Contains("400 payments assessed (0 duplicates, 0 degraded), 0 lines refused", result.Output, StringComparison.Ordinal);
        var approved = answers.Count(answer => answer.Decision == "APPROVE");
        Assert.InRange(approved, 1, 399);
        Assert.Matches($@"APPROVE\s+{approved}\s", result.Output);
        Assert.Contains("highAmount", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_SameFileTwice_GivesTheSameDecisions()
    {
        using var directory = new TemporaryDirectory();
        var input = directory.Write("payments.ndjson", string.Join('\n', new SamplePayments(3).Take(300)));

        var first = await FirewallProgram.RunAsync("assess", input, "--out", "-");
        var second = await FirewallProgram.RunAsync("assess", input, "--out", "-");

        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.Equal(300, first.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(first.Output, second.Output);
        Assert.Contains("300 payments assessed", second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_BadLines_AreNamedAndHarmNoOther()
    {
        const string Input = "nonsense\n\n{\"transactionReference\":\"a\",\"amount\":1,\"currency\":\"EUR\",\"fromAccountNumber\":\"A\"}\n{\"amount\":1}\n";

        var result = await FirewallProgram.RunWithInputAsync(Input, "assess", "-");

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("1 payments assessed (0 duplicates, 0 degraded), 2 lines refused", result.Output, StringComparison.Ordinal);
        Assert.Contains("  line 1: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("  line 4: ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_WithData_KeepsThePayments()
    {
        using var directory = new TemporaryDirectory();
        var input = directory.Write("payments.ndjson", string.Join('\n', new SamplePayments(5).Take(20)));

        Assert.Equal(0, (await FirewallProgram.RunAsync("assess", input, "--data", directory.Data)).ExitCode);
        var again = await FirewallProgram.RunAsync("assess", input, "--data", directory.Data);

        Assert.Contains("20 payments assessed (20 duplicates, 0 degraded)", again.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assess", "/nowhere/payments.ndjson")]
    [InlineData("assess")]
    [InlineData("asses", "x")]
    [InlineData("assess", "-", "--answer", "short")]
    [InlineData("assess", "-", "--policy", "/nowhere/policy.json")]
    public async Task Assess_WrongCommandLine_IsAUsageError(params string[] arguments)
    {
        var result = await FirewallProgram.RunAsync(arguments);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.StartsWith("firewall: ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_OfEveryCommand_TeachesByExample()
    {
        foreach (var command in new string[][] { [], ["run"], ["assess"], ["policy", "check"], ["policy", "import"], ["verify"] })
        {
            var result = await FirewallProgram.RunAsync([.. command, "--help"]);

            Assert.True(result.ExitCode == 0, result.ToString());
            Assert.Contains(string.Join(' ', ["  firewall", .. command]), result.Output, StringComparison.Ordinal);
        }
    }
}
