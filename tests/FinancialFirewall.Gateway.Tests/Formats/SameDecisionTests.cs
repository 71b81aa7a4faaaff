using System.Text;
using System.Text.Json;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Formats;

/// <summary>The same payments give the same decisions in every format: to two fresh tenants each decides alike, and to one tenant they are the very same payments.</summary>
public sealed class SameDecisionTests
{
    private const string Path = "/api/v1/fraud-risk/assessments/batch";
    private const int Count = 300;

    [Theory]
    [InlineData(1, "application/json")]
    [InlineData(2, "text/csv")]
    [InlineData(3, "application/xml")]
    public async Task Post_SamePaymentsInTwoFormats_GivesTheSameDecisions(int seed, string type)
    {
        await using var gateway = await RunningGateway.StartAsync();
        var payments = new SamePayments(seed, Count);
        var body = type switch
        {
            "application/json" => payments.Array,
            "text/csv" => payments.Csv,
            _ => payments.BankTransfer,
        };

        var lines = await PostAsync(gateway.Client, payments.Lines, "application/x-ndjson");
        var others = await PostAsync(gateway.OtherClient, body, type);
        var again = await PostAsync(gateway.Client, body, type);

        Assert.True(lines.Count == Count, $"seed {seed}: {lines.Count} answers");
        Assert.True(lines.Select(WithoutId).SequenceEqual(others.Select(WithoutId)), $"seed {seed}: {FirstDifference(lines, others)}");
        Assert.True(again.TrueForAll(static answer => answer.EndsWith(",\"duplicate\":true}", StringComparison.Ordinal)), $"seed {seed}: not the same payments: {again.Find(static answer => !answer.EndsWith("true}", StringComparison.Ordinal))}");
        Assert.True(lines.Select(DecisionOf).Distinct().Count() > 1, $"seed {seed}: nothing but {DecisionOf(lines[0])} was decided");
    }

    private static string FirstDifference(List<string> ones, List<string> others)
        => ones.Zip(others).Where(static pair => WithoutId(pair.First) != WithoutId(pair.Second)).Select(static pair => $"{pair.First} and {pair.Second}").FirstOrDefault() ?? "another number of answers";

    private static string WithoutId(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        return string.Join('|', document.RootElement.EnumerateObject().Where(static member => member.Name is "transactionReference" or "decision" or "riskScore" or "riskLevel" or "riskFactors" or "errors").Select(static member => member.Value.GetRawText()));
    }

    private static string? DecisionOf(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.TryGetProperty("decision", out var decision) ? decision.GetString() : answer;
    }

    private static async Task<List<string>> PostAsync(HttpClient client, string body, string type)
    {
        using var response = await client.PostAsync(Path, new StringContent(body, Encoding.UTF8, type));
        return [.. (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
