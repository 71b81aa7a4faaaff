using System.IO.Compression;
using System.Text.Json;
using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Evaluating;

[Collection(ProcessCollection.Name)]
public sealed class EvaluateTests
{
    private const string Payments = """
        {"transactionReference":"a","amount":"5000.00","currency":"EUR","fromAccountNumber":"A","initiatedAt":"2026-03-02T10:00:00Z"}
        {"transactionReference":"b","amount":"2000.00","currency":"EUR","fromAccountNumber":"B","initiatedAt":"2026-03-02T10:01:00Z"}
        {"transactionReference":"c","amount":"10.00","currency":"EUR","fromAccountNumber":"C","initiatedAt":"2026-03-02T10:02:00Z"}
        {"transactionReference":"d","amount":"20.00","currency":"EUR","fromAccountNumber":"D","initiatedAt":"2026-03-02T10:03:00Z"}
        {"transactionReference":"e","amount":"30.00","currency":"EUR","fromAccountNumber":"E","initiatedAt":"2026-03-02T10:04:00Z"}
        """;

    [Fact]
    public async Task Evaluate_FilesWithLabels_MeasuresAndWritesEveryReport()
    {
        using var directory = new TemporaryDirectory();
        var (page, json, scores) = (directory.File("report.html"), directory.File("report.json"), directory.File("scores.csv"));

        var result = await FirewallProgram.RunAsync(
            "evaluate", directory.Write("p.ndjson", Payments), "--labels", directory.Write("l.csv", "reference,isFraud,scenario\na,1,LARGE\nb,0,\nc,1,SMALL\nd,0,\n"),
            "--policy", directory.Write("policy.json", PolicyFiles.Rejecting("amount >= 1000")), "--html", page, "--json", json, "--scores", scores, "--curves", directory.Path);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Matches(@"REJECT\s+1\s+1\s+1\s+1\s+0\.5000\s+0\.5000", result.Output);
        Assert.Equal(["id,score", "a,0.9000", "b,0.9000", "c,0.0000", "d,0.0000", "e,0.0000"], await File.ReadAllLinesAsync(scores));
        using var figures = JsonDocument.Parse(await File.ReadAllBytesAsync(json));
        Assert.Equal((4, 1), (figures.RootElement.GetProperty("evaluated").GetInt32(), figures.RootElement.GetProperty("unlabelled").GetInt32()));
        Assert.Equal(5000m, figures.RootElement.GetProperty("decisions")[3].GetProperty("lossPrevented").GetDecimal());
        Assert.Contains("LARGE", await File.ReadAllTextAsync(page), StringComparison.Ordinal);
        Assert.True(File.Exists(directory.File("roc.svg")));
    }

    [Fact]
    public async Task Evaluate_PackedLabelsOfOtherShape_AreRead()
    {
        using var directory = new TemporaryDirectory();
        var labels = directory.File("labels");
        await using (var packed = new GZipStream(File.Create(labels), CompressionLevel.Fastest))
        {
            await packed.WriteAsync("ID;KIND;BAD\na;\"X;\nY\";yes\nb;;no\n"u8.ToArray());
        }

        var result = await FirewallProgram.RunAsync("evaluate", directory.Write("p.ndjson", Payments), "--labels", labels, "--label-columns", "reference=ID,isFraud=BAD,scenario=KIND");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("2 payments evaluated, 1 of them fraud (0.5000); 3 without a label", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_FromATime_TakesEarlierPaymentsAsHistory()
    {
        using var directory = new TemporaryDirectory();

        var result = await FirewallProgram.RunAsync(
            "evaluate", directory.Write("p.ndjson", Payments), "--labels", directory.Write("l.csv", "reference,isFraud\na,1\nb,0\nc,1\nd,0\n"), "--from", "2026-03-02T10:01:00Z", "--until", "2026-03-02T10:03:00Z");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("2 payments evaluated, 1 of them fraud", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "reference,isFraud\na,maybe\n")]
    [InlineData(1, "id,fraud\na,1\n")]
    [InlineData(1, "reference,isFraud\na,\"1\n")]
    [InlineData(2, null)]
    public async Task Evaluate_LabelsThatAreNone_AreRefused(int exitCode, string? labels)
    {
        using var directory = new TemporaryDirectory();

        var result = await FirewallProgram.RunAsync(
            "evaluate", directory.Write("p.ndjson", Payments), "--labels", labels is null ? "/nowhere/labels.csv" : directory.Write("l.csv", labels));

        Assert.True(result.ExitCode == exitCode, result.ToString());
        Assert.StartsWith("firewall: ", result.Errors, StringComparison.Ordinal);
    }
}
