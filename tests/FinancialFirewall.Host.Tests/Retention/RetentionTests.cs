using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Retention;

[Collection(ProcessCollection.Name)]
public sealed class RetentionTests
{
    [Fact]
    public async Task Retention_PaymentsOfTenYearsAgo_SaysWhatWouldGoThenRemovesIt()
    {
        using var directory = new TemporaryDirectory();
        var payments = directory.File("payments.ndjson");
        await File.WriteAllTextAsync(
            payments,
            """{"transactionReference":"R1","amount":10,"currency":"EUR","fromAccountNumber":"A","initiatedAt":"2014-05-01T10:00:00Z"}""" + "\n");
        var assessed = await FirewallProgram.RunAsync("assess", payments, "--data", directory.Data);
        Assert.True(assessed.ExitCode == 0, assessed.ToString());

        var would = await FirewallProgram.RunAsync("retention", "--data", directory.Data, "--dry-run");
        Assert.Contains("1 records in 1 segments", would.Output, StringComparison.Ordinal);
        Assert.Contains("would go:\n  0000000001-0000000001.ff: 1 records from 2014-05-01T10:00:00Z to 2014-05-01T10:00:00Z", would.Output, StringComparison.Ordinal);

        var went = await FirewallProgram.RunAsync("retention", "--data", directory.Data, "--tenant", "demo");
        Assert.Contains(" went:\n", went.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(directory.Data, "segments", "demo")));
        var again = await FirewallProgram.RunAsync("retention", "--data", directory.Data, "--dry-run");
        Assert.Contains("Tenant 'demo' keeps 7 years: no segment is wholly before ", again.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'x!' is not a tenant: 1 to 40 characters of a-z, 0-9 and '-' are expected.", "--tenant", "x!")]
    [InlineData("'May' is no time for --as-of: a day like 2026-01-31, or a time like 2026-01-31T12:00:00Z, is expected.", "--as-of", "May")]
    [InlineData("--keep needs --tenant: each tenant has a number of years of its own.", "--keep", "8")]
    [InlineData("--as-of 2900-01-01 is in the future: only --dry-run looks there.", "--as-of", "2900-01-01")]
    public async Task Retention_WrongArguments_SaysWhatIsWrong(string message, params string[] arguments)
    {
        using var directory = new TemporaryDirectory();
        Directory.CreateDirectory(directory.Data);
        var refused = await FirewallProgram.RunAsync(["retention", "--data", directory.Data, .. arguments]);
        Assert.Equal((2, $"firewall: {message}\n"), (refused.ExitCode, refused.Errors));
    }
}
