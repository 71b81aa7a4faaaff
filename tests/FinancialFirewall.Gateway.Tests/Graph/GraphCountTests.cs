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

        var piece = Assert.Single(counts.GetProperty("pieces").EnumerateArray());
        Assert.Equal(3, piece.GetProperty("payments").GetInt64());
        Assert.Equal("""[{"decision":"APPROVE","count":2},{"decision":"MANUAL_REVIEW","count":1}]""", piece.GetProperty("decisions").GetRawText());
        Assert.Equal(3, piece.GetProperty("levels").EnumerateArray().Sum(static one => one.GetProperty("count").GetInt64()));
        Assert.Contains("""{"name":"highAmount","count":1}""", piece.GetProperty("factors").EnumerateArray().Select(static one => one.GetRawText()));
        Assert.Equal(From, counts.Text("countedFrom"));
        Assert.Equal(
            [
                $$"""{"decision":"APPROVE","summedFrom":"{{From}}","amounts":[{"currency":"EUR","amount":12.75,"payments":2}]}""",
                $$"""{"decision":"MANUAL_REVIEW","summedFrom":"{{From}}","amounts":[{"currency":"EUR","amount":15000.01,"payments":1}]}""",
            ],
            counts.GetProperty("sums").EnumerateArray().Where(static one => one.GetProperty("amounts").GetArrayLength() > 0).Select(static one => one.GetRawText()));
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

    private static async Task<string> PayAsync(HttpClient client, string reference, decimal amount)
    {
        var payment = new { transactionReference = reference, amount, currency = "EUR", fromAccountNumber = $"ACC-{reference}" };
        return (await client.SendAsync("POST", "/api/v1/fraud-risk/assessments", JsonSerializer.Serialize(payment), 201)).Text("id")!;
    }
}
