using System.Globalization;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Outcomes;

[Collection(GatewayCollection.Name)]
public sealed class OutcomesEndpointTests(GatewayFixture fixture)
{
    private const string Path = "/api/v1/outcomes";
    private const string Assessments = "/api/v1/fraud-risk/assessments";

    private HttpClient Client => fixture.Gateway.Client;

    [Fact]
    public async Task Report_One_IsShownBesideTheAssessment()
    {
        var id = await AssessAsync("outcome-one");

        var answer = await Client.SendAsync("POST", Path, """{"transactionReference":"outcome-one","outcome":"RETURNED","at":"2026-01-02T03:04:05Z","note":"account closed"}""", 200);

        Assert.Equal((id, "outcome-one", "RETURNED", true), (answer.Text("id"), answer.Text("transactionReference"), answer.Text("outcome"), answer.GetProperty("recorded").GetBoolean()));
        var found = await Client.SendAsync("GET", $"{Assessments}/{id}", null, 200);
        var outcome = Assert.Single(found.GetProperty("outcomes").EnumerateArray());
        Assert.Equal(("RETURNED", "2026-01-02T03:04:05Z", "account closed"), (outcome.Text("outcome"), outcome.Text("at"), outcome.Text("note")));
        Assert.Equal(("APPROVE", "COMPLETED"), (found.Text("decision"), found.Text("status")));
        var again = await Client.SendAsync("POST", Path, $$"""{"id":"{{id}}","outcome":"RETURNED","at":"2026-01-02T03:04:05Z","note":"account closed"}""", 200);
        Assert.False(again.GetProperty("recorded").GetBoolean());
    }

    [Theory]
    [InlineData("application/x-ndjson", "{\"transactionReference\":\"R-1\",\"outcome\":\"EXECUTED\"}\n\n{\"transactionReference\":\"R-1\",\"outcome\":\"LOST\"}\nnonsense\n{\"transactionReference\":\"nobody\",\"outcome\":\"FRAUD\"}\n", "1 3 4 5")]
    [InlineData("application/json", "[{\"transactionReference\":\"R-1\",\"outcome\":\"EXECUTED\"},{\"transactionReference\":\"R-1\",\"outcome\":\"LOST\"},7,{\"transactionReference\":\"nobody\",\"outcome\":\"FRAUD\"}]", "1 2 3 4")]
    [InlineData("text/csv", "transactionReference;outcome;note\nR-1;EXECUTED;\"a; b\"\nR-1;LOST\n;FRAUD\nnobody;FRAUD\n", "2 3 4 5")]
    public async Task Report_Many_AnswersEachInItsPlace(string type, string body, string lines)
    {
        var reference = $"outcomes-{type}";
        await AssessAsync(reference);

        var answers = await ReportAsync(type, body.Replace("R-1", reference, StringComparison.Ordinal));

        Assert.Equal(lines, string.Join(' ', answers.Select(static answer => answer.GetProperty("line").GetInt32())));
        Assert.True(answers[0].GetProperty("recorded").GetBoolean());
        Assert.Equal(
            [("MEMBER_INVALID", 400), (type == "text/csv" ? "MEMBER_INVALID" : "JSON_MALFORMED", 400), ("REFERENCE_UNKNOWN", 404)],
            answers.Skip(1).Select(static answer => (answer.GetProperty("errors")[0].Text("code")!, answer.GetProperty("status").GetInt32())));
    }

    [Fact]
    public async Task Report_MoreThanAreTakenTogether_KeepsTheOrderOfOnePayment()
    {
        var id = await AssessAsync("outcomes-many");
        var body = new StringBuilder();
        for (var i = 0; i < 200; i++)
        {
            body.Append(CultureInfo.InvariantCulture, $$"""{"id":"{{id}}","outcome":"{{(i % 2 == 0 ? "EXECUTED" : "DISPUTED")}}","idempotencyKey":"k-{{i}}"}""").Append('\n');
        }

        var answers = await ReportAsync("application/x-ndjson", body.ToString() + body);

        Assert.Equal(Enumerable.Range(0, 400).Select(static i => i < 200), answers.Select(static answer => answer.GetProperty("recorded").GetBoolean()));
        var outcomes = (await Client.SendAsync("GET", $"{Assessments}/{id}", null, 200)).GetProperty("outcomes").EnumerateArray().Select(static one => one.Text("outcome"));
        Assert.Equal(Enumerable.Range(0, 200).Select(static i => i % 2 == 0 ? "EXECUTED" : "DISPUTED"), outcomes);
    }

    [Theory]
    [InlineData("""{"outcome":"FRAUD"}""", 400, "MEMBER_INVALID")]
    [InlineData("""{"transactionReference":"a","id":"b","outcome":"FRAUD"}""", 400, "MEMBER_INVALID")]
    [InlineData("""{"id":"b","outcome":"FRAUD"}""", 404, "ASSESSMENT_UNKNOWN")]
    [InlineData("""{"transactionReference":"nobody","outcome":"FRAUD"}""", 404, "REFERENCE_UNKNOWN")]
    [InlineData("""{"transactionReference":"nobody","outcome":"FRAUD","at":"yesterday"}""", 400, "MEMBER_INVALID")]
    [InlineData("""{"transactionReference":"nobody","outcome":"FRAUD","reason":"x"}""", 400, "JSON_MALFORMED")]
    public async Task Report_BadBody_IsRefused(string body, int status, string code)
        => Assert.Equal(code, await Client.RefusedAsync("POST", Path, body, status));

    [Fact]
    public async Task Report_AnotherTenantsPayment_IsNotFound()
    {
        var id = await AssessAsync("outcomes-foreign");

        Assert.Equal("ASSESSMENT_UNKNOWN", await fixture.Gateway.OtherClient.RefusedAsync("POST", Path, $$"""{"id":"{{id}}","outcome":"FRAUD"}""", 404));
        Assert.Equal("REFERENCE_UNKNOWN", await fixture.Gateway.OtherClient.RefusedAsync("POST", Path, """{"transactionReference":"outcomes-foreign","outcome":"FRAUD"}""", 404));
    }

    [Fact]
    public async Task Report_AheadOfTime_IsRefused()
    {
        await AssessAsync("outcomes-ahead");

        Assert.Equal("OUTCOME_AHEAD", await Client.RefusedAsync("POST", Path, """{"transactionReference":"outcomes-ahead","outcome":"FRAUD","at":"2999-01-01T00:00:00Z"}""", 400));
    }

    private async Task<JsonElement[]> ReportAsync(string type, string body)
    {
        using var response = await Client.PostAsync(Path, new StringContent(body, Encoding.UTF8, type));
        Assert.Equal(200, (int)response.StatusCode);
        return [.. (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement.Clone())];
    }

    private async Task<string> AssessAsync(string reference)
        => (await Client.SendAsync("POST", Assessments, Payments.Small(reference, $"ACC-{reference}"), 201)).Text("id")!;
}
