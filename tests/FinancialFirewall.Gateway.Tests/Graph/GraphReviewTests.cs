using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Graph;

/// <summary>Reviews and outcomes over GraphQL: what waits, what people do to it, and hearing of it.</summary>
[Collection(GraphCollection.Name)]
public sealed class GraphReviewTests(GatewayFixture fixture)
{
    private const string Queue = "{ reviews(orderBy: LARGEST_FIRST) { totalCount outsideTheQueue nodes { assessmentId transactionReference amount claimedBy votedBy overdue } } }";

    [Fact]
    public async Task Reviews_FromTheQueueToTheDecisionOfTwo_AreToldStepByStep()
    {
        using var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("g-reviews"));
        using var ann = await AnalystAsync("g-reviews");
        using var bob = await AnalystAsync("g-reviews");
        var settings = await owner.DataAsync("mutation { configureTenant(settings: { reviews: { fourEyes: true, highMinutes: 5 } }) { reviews { fourEyes highMinutes lowMinutes } } }");
        Assert.Equal("""{"fourEyes":true,"highMinutes":5,"lowMinutes":4320}""", settings.GetProperty("configureTenant").GetProperty("reviews").GetRawText());
        var began = await GraphEventTests.BeginAsync(owner);
        var id = await PayAsync(owner, "R-1", 15000.01m);

        await DoAsync(ann, "claimReview(assessmentId: $id, minutes: 10)", id);
        Assert.Equal("REVIEW_CLAIMED", (await bob.RefusalAsync(Mutation("claimReview(assessmentId: $id)"), new { id })).Text("code"));
        var claimed = await ann.DataAsync("""{ reviews(claimedBy: "any") { nodes { transactionReference } } reviewCounts { open claimed high manualReview oldestAt } }""");
        Assert.Equal(("R-1", 1), (claimed.GetProperty("reviews").GetProperty("nodes")[0].Text("transactionReference"), claimed.GetProperty("reviewCounts").GetProperty("claimed").GetInt32()));
        var reviewers = (await bob.DataAsync("{ reviewers { actor name } }")).GetProperty("reviewers").EnumerateArray().ToList();
        Assert.Equal((3, 3), (reviewers.Count, reviewers.Count(static one => one.Text("actor")!.StartsWith("KEY/", StringComparison.Ordinal) && one.Text("name") is { Length: > 0 })));
        await DoAsync(ann, "noteReview(assessmentId: $id, text: \"called\")", id);
        await DoAsync(ann, "decideReview(assessmentId: $id, decision: REJECT, reason: \"theft\")", id);
        await DoAsync(ann, "releaseReview(assessmentId: $id)", id);
        var done = await DoAsync(bob, "decideReview(assessmentId: $id, decision: REJECT, reason: \"theft, yes\", idempotencyKey: \"k-1\")", id);

        Assert.Equal("""{"decision":"REJECT","initialDecision":"MANUAL_REVIEW"}""", done.GetProperty("assessment").GetRawText());
        Assert.Equal("The decision is REJECT.", (await DoAsync(bob, "decideReview(assessmentId: $id, decision: REJECT, reason: \"theft, yes\", idempotencyKey: \"k-1\")", id)).Text("message"));
        var found = (await owner.DataAsync("query($id: UUID!) { review(assessmentId: $id) { assessmentId } assessment(id: $id) { reviewReason followUps { kind text assignee } } }", new { id }));
        Assert.Equal(JsonValueKind.Null, found.GetProperty("review").ValueKind);
        Assert.Equal("theft, yes", found.GetProperty("assessment").Text("reviewReason"));
        string[] steps = ["CLAIMED", "NOTED", "VOTED", "UNCLAIMED", "DECIDED_IN_REVIEW"];
        Assert.Equal(steps, found.GetProperty("assessment").GetProperty("followUps").EnumerateArray().Select(static one => one.Text("kind")));
        Assert.Equal([null, .. steps], await HearAsync(owner, began, steps.Length + 1));
    }

    [Fact]
    public async Task Reviews_SeveralThatWait_AreSortedAndPagedWithTheirAssessments()
    {
        using var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("g-queue"));
        await PayAsync(owner, "R-1", 15000.01m);
        var largest = await PayAsync(owner, "R-2", 17000.01m);
        await PayAsync(owner, "R-3", 5m);

        var page = (await owner.DataAsync(Queue)).GetProperty("reviews");
        Assert.Equal((2, "R-2", "17000.01"), (
            page.GetProperty("totalCount").GetInt32(), page.GetProperty("nodes")[0].Text("transactionReference"), page.GetProperty("nodes")[0].GetProperty("amount").GetRawText()));
        var second = await owner.DataAsync("{ reviews(orderBy: LARGEST_FIRST, first: 1, skip: 1) { nodes { assessment { transactionReference riskFactors { name } followUps { kind } } } } }");
        Assert.Equal("R-1", second.GetProperty("reviews").GetProperty("nodes")[0].GetProperty("assessment").Text("transactionReference"));
        Assert.Equal("MEMBER_INVALID", (await owner.RefusalAsync("{ reviews(first: 501) { totalCount } }")).Text("code"));

        await DoAsync(owner, "cancelAssessment(assessmentId: $id, reason: \"twice\")", largest);
        var pending = (await owner.DataAsync("{ assessments(view: PENDING_REVIEW) { nodes { transactionReference } } }")).GetProperty("assessments").GetProperty("nodes");
        Assert.Equal("R-1", Assert.Single(pending.EnumerateArray()).Text("transactionReference"));
        var cancelled = (await owner.DataAsync("{ assessments(filter: { statuses: [CANCELLED] }) { nodes { transactionReference status } } }")).GetProperty("assessments").GetProperty("nodes");
        Assert.Equal("R-2", Assert.Single(cancelled.EnumerateArray()).Text("transactionReference"));
    }

    [Fact]
    public async Task ReportOutcomes_SomeRefused_AnswersEachInItsPlace()
    {
        using var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("g-outcomes"));
        var id = await PayAsync(owner, "R-1", 5m);

        var answer = await owner.AskAsync(
            """
            mutation($id: UUID!) { reportOutcomes(outcomes: [
              { assessmentId: $id, outcome: EXECUTED, at: "2026-01-02T03:04:05Z" },
              { transactionReference: "nobody", outcome: FRAUD },
              { transactionReference: "R-1", outcome: EXECUTED, at: "2026-01-02T03:04:05Z" },
              { outcome: FRAUD }]) { assessmentId outcome recorded } }
            """,
            new { id });

        Assert.Equal(
            $$"""[{"assessmentId":"{{id}}","outcome":"EXECUTED","recorded":true},null,{"assessmentId":"{{id}}","outcome":"EXECUTED","recorded":false},null]""",
            answer.GetProperty("data").GetProperty("reportOutcomes").GetRawText());
        Assert.Equal(
            [("REFERENCE_UNKNOWN", 1), ("MEMBER_INVALID", 3)],
            answer.GetProperty("errors").EnumerateArray().Select(static error => (error.GetProperty("extensions").Text("code"), error.GetProperty("path")[1].GetInt32())));
        var outcomes = (await owner.DataAsync("query($id: UUID!) { assessment(id: $id) { outcomes { outcome at reportedBy } } }", new { id })).GetProperty("assessment").GetProperty("outcomes");
        Assert.Equal(("EXECUTED", "2026-01-02T03:04:05Z"), (Assert.Single(outcomes.EnumerateArray()).Text("outcome"), outcomes[0].Text("at")));
    }

    private static string Mutation(string field) => $"mutation($id: UUID!) {{ {field} {{ message assessment {{ decision initialDecision }} }} }}";

    private static async Task<JsonElement> DoAsync(HttpClient client, string field, string id)
        => (await client.DataAsync(Mutation(field), new { id })).EnumerateObject().First().Value;

    /// <summary>Each from an account of its own, so that none counts in the other's windows, and on a Monday at noon, whatever the hour is now.</summary>
    private static async Task<string> PayAsync(HttpClient client, string reference, decimal amount)
    {
        var payment = new { transactionReference = reference, fromAccountNumber = $"ACC-{reference}", amount, currency = "EUR", initiatedAt = "2026-03-02T12:00:00Z" };
        return (await client.DataAsync("mutation($payment: PaymentInput!) { assessPayment(payment: $payment) { id } }", new { payment })).GetProperty("assessPayment").Text("id")!;
    }

    private static async Task<List<string?>> HearAsync(HttpClient client, string after, int count)
    {
        var heard = new List<string?>();
        await foreach (var answer in client.SubscribeAsync("subscription($after: String) { reviewQueue(after: $after) { cursor followUp { kind } assessment { decision } } }", new { after }))
        {
            var followUp = answer.GetProperty("data").GetProperty("reviewQueue").GetProperty("followUp");
            heard.Add(followUp.ValueKind == JsonValueKind.Null ? null : followUp.Text("kind"));
            if (heard.Count == count)
            {
                break;
            }
        }

        return heard;
    }

    private async Task<HttpClient> AnalystAsync(string tenant) => fixture.Gateway.CreateClient(await fixture.Gateway.IssueKeyAsync(tenant, Roles.Analyst));
}
