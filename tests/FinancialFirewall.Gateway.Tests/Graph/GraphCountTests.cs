using System.Globalization;
using System.Text.Json;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Graph;

/// <summary>Assessments over time: counted from the indexes, and going on exactly behind what was counted.</summary>
[Collection(GraphCollection.Name)]
public sealed class GraphCountTests(GatewayFixture fixture)
{
    private const string Count =
        """
        query($from: DateTime!) { assessmentCounts(from: $from, seconds: 86400) {
          cursor countedFrom
          pieces { payments decisions { decision count } levels { level count } factors { name count } }
          sums { decision summedFrom amounts { currency amount payments } } } }
        """;

    private static readonly string From = DateTime.UtcNow.AddHours(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [Fact]
    public async Task AssessmentCounts_OfPaymentsAndReviews_CountFirstDecisionsAndAddAmountsUp()
    {
        using var client = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("counting"));
        await PayAsync(client, "C-1", 5.50m);
        await PayAsync(client, "C-2", 7.25m);
        var waiting = await PayAsync(client, "C-3", 15000.01m);
        await client.DataAsync("mutation($id: UUID!) { decideReview(assessmentId: $id, decision: REJECT, reason: \"theft\") { message } }", new { id = waiting });

        var counts = (await client.DataAsync(Count, new { from = From })).GetProperty("assessmentCounts");

        var listed = (await client.DataAsync("{ assessments { nodes { initialDecision riskLevel riskFactors { name } payment { amount } } } }")).GetProperty("assessments").GetProperty("nodes").EnumerateArray().ToList();
        var piece = Assert.Single(counts.GetProperty("pieces").EnumerateArray());
        Assert.Equal(3, piece.GetProperty("payments").GetInt64());
        Assert.Equal(Counted(listed.Select(static one => one.Text("initialDecision"))), CountsOf(piece, "decisions", "decision"));
        Assert.Equal(Counted(listed.Select(static one => one.Text("riskLevel"))), CountsOf(piece, "levels", "level"));
        Assert.Equal(Counted(listed.SelectMany(static one => one.GetProperty("riskFactors").EnumerateArray()).Select(static one => one.Text("name"))), CountsOf(piece, "factors", "name"));
        Assert.Equal(From, counts.Text("countedFrom"));
        Assert.Equal(
            listed.GroupBy(static one => one.Text("initialDecision")).Select(static group => $"{group.Key} EUR {group.Sum(static one => one.GetProperty("payment").GetProperty("amount").GetDecimal())} {group.Count()}").Order(StringComparer.Ordinal),
            counts.GetProperty("sums").EnumerateArray().SelectMany(static one => one.GetProperty("amounts").EnumerateArray().Select(sum => $"{one.Text("decision")} {sum.Text("currency")} {sum.GetProperty("amount").GetDecimal()} {sum.GetProperty("payments")}")).Order(StringComparer.Ordinal));
        Assert.All(counts.GetProperty("sums").EnumerateArray(), static one => Assert.Equal(From, one.Text("summedFrom")));
    }

    [Fact]
    public async Task AssessmentCounts_Cursor_LeadsToExactlyWhatIsNotCounted()
    {
        using var client = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("counting-on"));
        await PayAsync(client, "C-1", 5m);
        var counted = (await client.DataAsync(Count, new { from = From })).GetProperty("assessmentCounts");
        await PayAsync(client, "C-2", 5m);

        await foreach (var next in client.SubscribeAsync("subscription($after: String) { assessments(after: $after) { assessment { transactionReference } } }", new { after = counted.Text("cursor") }))
        {
            Assert.Equal("""{"data":{"assessments":{"assessment":{"transactionReference":"C-2"}}}}""", next.GetRawText());
            break;
        }

        var rest = await client.SendAsync("GET", $"/api/v1/fraud-risk/assessments/counts?from={From}&seconds=86400&sums=true", null, 200);
        Assert.Equal("""{"APPROVE":2}""", rest.GetProperty("pieces")[0].GetProperty("byDecision").GetRawText());
        Assert.Equal("10.00", rest.GetProperty("sums")[0].GetProperty("amounts")[0].GetProperty("amount").GetRawText());
    }

    [Theory]
    [InlineData("from: \"2026-01-01T00:00:00Z\", until: \"2026-01-01T00:00:00Z\"", "TIMES_INVALID")]
    [InlineData("from: \"2026-01-01T00:00:00Z\", until: \"2026-01-02T00:00:00Z\", seconds: 86", "PIECES_INVALID")]
    [InlineData("from: \"2026-01-01T00:00:00Z\", seconds: 0", "MEMBER_INVALID")]
    public async Task AssessmentCounts_OfWhatCannotBeCounted_AreRefused(string arguments, string code)
    {
        using var client = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync($"counting-{code.ToLowerInvariant().Replace('_', '-')}"));

        Assert.Equal(code, (await client.RefusalAsync($"{{ assessmentCounts({arguments}) {{ cursor }} }}")).Text("code"));
    }

    private static IEnumerable<string> Counted(IEnumerable<string?> names) => names.CountBy(static name => name!, StringComparer.Ordinal).Select(static one => $"{one.Key} {one.Value}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> CountsOf(JsonElement piece, string member, string name)
        => piece.GetProperty(member).EnumerateArray().Select(one => $"{one.Text(name)} {one.GetProperty("count").GetInt64()}").Order(StringComparer.Ordinal);

    private static async Task<string> PayAsync(HttpClient client, string reference, decimal amount)
    {
        var payment = new { transactionReference = reference, amount, currency = "EUR", fromAccountNumber = $"ACC-{reference}" };
        return (await client.SendAsync("POST", "/api/v1/fraud-risk/assessments", JsonSerializer.Serialize(payment), 201)).Text("id")!;
    }
}
