using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Tests.Graph;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Backtests;

/// <summary>What policies would have decided, as clients ask; each test has a tenant of its own, in which three payments were assessed.</summary>
[Collection(GraphCollection.Name)]
public sealed class BacktestEndpointsTests(GatewayFixture fixture)
{
    private const string Path = "/api/v1/policy";

    [Fact]
    public async Task Backtest_OfADraft_IsStartedFollowedReadAndListed()
    {
        using var owner = await LivedAsync("backtest-rest");
        var draft = (await owner.SendAsync("POST", $"{Path}/drafts", """{"name":"stricter"}""", 201)).Text("id");
        await owner.SendAsync("PUT", $"{Path}/drafts/{draft}/document", PolicyOf(20), 200);

        using var response = await owner.PostAsync($"{Path}/backtests", Payments.Json($$"""{"draft":"{{draft}}","from":"2026-01-01T00:00:00Z","samples":1}"""));
        var started = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal((202, $"{Path}/backtests/{started.Text("id")}"), ((int)response.StatusCode, response.Headers.Location?.ToString()));
        Assert.Equal(("stricter", draft, "2.2", "PAYMENT"), (started.Text("name"), started.Text("draft"), started.Text("draftTag"), started.Text("asOf")));

        var ended = await FollowAsync(owner, started.Text("id")!);
        Assert.Equal("DONE", ended.Text("status"));
        var found = await owner.SendAsync("GET", $"{Path}/backtests/{started.Text("id")}", null, 200);
        var report = found.GetProperty("report");
        Assert.Equal("""{"read":3,"records":3,"percent":100,"compared":3}""", Without(found.GetProperty("progress"), "perSecond"));
        Assert.Equal((3, 1), (report.GetProperty("compared").GetInt32(), report.GetProperty("changed").GetInt32()));
        Assert.Equal("""{"count":1,"amounts":[{"currency":"EUR","count":1,"amount":50.00}]}""", report.GetProperty("blocked").GetRawText());
        var sample = Assert.Single(report.GetProperty("samples").EnumerateArray());
        Assert.Equal(("APPROVE", "REJECT", """["over"]"""), (sample.Text("before"), sample.Text("after"), sample.GetProperty("factorsAdded").GetRawText()));

        var listed = Assert.Single((await owner.SendAsync("GET", $"{Path}/backtests", null, 200)).EnumerateArray());
        Assert.Equal((started.Text("id"), JsonValueKind.Null), (listed.Text("id"), listed.GetProperty("report").ValueKind));
        Assert.Equal("DONE", (await owner.SendAsync("DELETE", $"{Path}/backtests/{started.Text("id")}", null, 200)).Text("status"));
    }

    [Fact]
    public async Task Preview_OfConfigurations_AnswersAtOnceAndKeepsNothing()
    {
        using var owner = await LivedAsync("backtest-preview");

        var report = await owner.SendAsync("POST", $"{Path}/previews", $$"""{"configurations":[{{ConfigurationOf(20)}}],"payments":2,"samples":0}""", 200);

        Assert.Equal((2, 1, 0), (report.GetProperty("compared").GetInt32(), report.GetProperty("changed").GetInt32(), report.GetProperty("samples").GetArrayLength()));
        Assert.Empty((await owner.SendAsync("GET", $"{Path}/backtests", null, 200)).EnumerateArray());
        const string Graph = "query($c: JSON!) { policyPreview(preview: { configurations: $c, payments: 3 }) { compared decisions { before after value { count amounts { currency amount } } } factors { name before after } } }";
        Assert.Equal(
            """{"compared":3,"decisions":[{"before":"APPROVE","after":"APPROVE","value":{"count":1,"amounts":[{"currency":"EUR","amount":10.00}]}},{"before":"APPROVE","after":"REJECT","value":{"count":1,"amounts":[{"currency":"EUR","amount":50.00}]}},{"before":"REJECT","after":"REJECT","value":{"count":1,"amounts":[{"currency":"EUR","amount":500.00}]}}],"factors":[{"name":"over","before":1,"after":2}]}""",
            (await owner.DataAsync(Graph, new { c = new[] { JsonElement.Parse(ConfigurationOf(20)) } })).GetProperty("policyPreview").GetRawText());
    }

    [Fact]
    public async Task WhatIf_OtherMembersAndAnotherPolicy_ShowsBothDecisionsWhole()
    {
        using var owner = await LivedAsync("backtest-what-if");
        var id = (await owner.SendAsync("GET", "/api/v1/fraud-risk/assessments/transaction/r2", null, 200)).Text("id");

        var cheaper = await owner.SendAsync("POST", $"{Path}/what-if", $$"""{"assessmentId":"{{id}}","payment":{"amount":500.01,"deviceId":"phone","description":null} }""", 200);
        Assert.Equal((id, true, "APPROVE", "REJECT"), (cheaper.Text("assessmentId"), cheaper.GetProperty("changed").GetBoolean(), cheaper.GetProperty("before").Text("decision"), cheaper.GetProperty("after").Text("decision")));
        Assert.Equal("""{"amount":500.01}""", cheaper.GetProperty("after").GetProperty("riskFactors")[0].GetProperty("observed").GetRawText());

        const string Graph = "query($id: UUID!, $p: JSON!) { whatIf(question: { assessmentId: $id, policy: $p }) { changed before { decision riskScore policyVersion } after { decision riskScore policyVersion riskFactors { name weight } } } }";
        Assert.Equal(
            """{"changed":true,"before":{"decision":"APPROVE","riskScore":0.0000,"policyVersion":2},"after":{"decision":"REJECT","riskScore":0.9000,"policyVersion":3,"riskFactors":[{"name":"over","weight":0.9000}]}}""",
            (await owner.DataAsync(Graph, new { id, p = JsonElement.Parse(PolicyOf(20)) })).GetProperty("whatIf").GetRawText());
        Assert.Equal("APPROVE", (await owner.SendAsync("GET", "/api/v1/fraud-risk/assessments/transaction/r2", null, 200)).Text("decision"));
    }

    [Fact]
    public async Task WhatIf_OtherThresholds_StandInTheConfigurationThatApplies()
    {
        using var owner = await LivedAsync("backtest-thresholds");
        var id = (await owner.SendAsync("GET", "/api/v1/fraud-risk/assessments/transaction/r3", null, 200)).Text("id");
        const string Graph = "query($id: UUID!, $t: JSON!) { whatIf(question: { assessmentId: $id, thresholds: $t }) { changed after { decision decisionReason policyVersion } } }";

        var held = await owner.SendAsync("POST", $"{Path}/what-if", $$$"""{"assessmentId":"{{{id}}}","thresholds":{"rejectThreshold":0.95,"holdThreshold":0.85}}""", 200);
        Assert.Equal((true, "REJECT", "HOLD"), (held.GetProperty("changed").GetBoolean(), held.GetProperty("before").Text("decision"), held.GetProperty("after").Text("decision")));
        Assert.Equal(
            """{"changed":true,"after":{"decision":"MANUAL_REVIEW","decisionReason":"riskScore 0.9000 reaches manualReviewThreshold 0.5000.","policyVersion":3}}""",
            (await owner.DataAsync(Graph, new { id, t = new { rejectThreshold = 0.95 } })).GetProperty("whatIf").GetRawText());
        Assert.Equal("""{"changed":false,"after":{"decision":"REJECT","decisionReason":"riskScore 0.9000 reaches rejectThreshold 0.8000.","policyVersion":3}}""",
            (await owner.DataAsync(Graph, new { id, t = new { rejectThreshold = (decimal?)null } })).GetProperty("whatIf").GetRawText());
        var refused = await owner.SendAsync("POST", $"{Path}/what-if", $$$"""{"assessmentId":"{{{id}}}","thresholds":{"rejectThreshold":2}}""", 400);
        Assert.Equal("thresholds/rejectThreshold", refused.GetProperty("errors")[0].Text("member"));
    }

    [Fact]
    public async Task Preview_OfADraftsConfiguration_StandsInTheDraft()
    {
        using var owner = await LivedAsync("backtest-in-draft");
        var draft = (await owner.SendAsync("POST", $"{Path}/drafts", """{"name":"two"}""", 201)).Text("id");
        await owner.SendAsync("PUT", $"{Path}/drafts/{draft}/document", PolicyOf(5), 200);
        const string Beside = """{"configurationName":"cards","paymentType":"CARD","priority":2}""";

        var inDraft = await owner.SendAsync("POST", $"{Path}/previews", $$"""{"draft":"{{draft}}","configurations":[{{Beside}}]}""", 200);
        var inForce = await owner.SendAsync("POST", $"{Path}/previews", $$"""{"configurations":[{{Beside}}]}""", 200);
        var inVersion = await owner.SendAsync("POST", $"{Path}/previews", $$"""{"version":2,"configurations":[{{Beside}}]}""", 200);

        Assert.Equal((2, 0, 0), (inDraft.GetProperty("changed").GetInt32(), inForce.GetProperty("changed").GetInt32(), inVersion.GetProperty("changed").GetInt32()));
    }

    [Theory]
    [InlineData("backtests", """{}""", 400, "POLICY_CHOICE")]
    [InlineData("backtests", """{"policy":{},"configurations":[]}""", 400, "POLICY_CHOICE")]
    [InlineData("backtests", """{"version":1,"draft":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","configurations":[]}""", 400, "POLICY_CHOICE")]
    [InlineData("what-if", """{"assessmentId":"01a1ffee-f436-8000-bc00-000015068178","thresholds":[]}""", 400, "MEMBER_INVALID")]
    [InlineData("backtests", """{"version":1,"draft":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff"}""", 400, "POLICY_CHOICE")]
    [InlineData("backtests", """{"version":99}""", 404, "POLICY_VERSION_UNKNOWN")]
    [InlineData("backtests", """{"draft":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff"}""", 404, "DRAFT_UNKNOWN")]
    [InlineData("backtests", """{"version":1,"samples":21}""", 400, "SAMPLES_INVALID")]
    [InlineData("backtests", """{"version":1,"from":"yesterday"}""", 400, "MEMBER_INVALID")]
    [InlineData("backtests", """{"version":1,"asOf":"NOW"}""", 400, "MEMBER_INVALID")]
    [InlineData("backtests", """{"version":1,"from":"2026-01-02T00:00:00Z","to":"2026-01-01T00:00:00Z"}""", 400, "TIMES_INVALID")]
    [InlineData("backtests", """{"version":1,"extra":true}""", 400, "JSON_MALFORMED")]
    [InlineData("previews", """{"version":1,"payments":0}""", 400, "PAYMENTS_INVALID")]
    [InlineData("previews", """{"configurations":[{"configurationName":"x","riskRules":{"customRules":[{"name":"a","expression":"1 +","weight":0.1}]}}]}""", 400, "EXPRESSION_INVALID")]
    [InlineData("what-if", """{"assessmentId":"01a1ffee-f436-8000-bc00-000015068178"}""", 404, "ASSESSMENT_UNKNOWN")]
    [InlineData("what-if", """{"assessmentId":"x","payment":3}""", 404, "ASSESSMENT_UNKNOWN")]
    public async Task Request_ThatIsWrong_SaysWhat(string room, string body, int status, string code)
        => Assert.Equal(code, await fixture.Gateway.OtherClient.RefusedAsync("POST", $"{Path}/{room}", body, status));

    [Fact]
    public async Task Rooms_AsEachRole_AreOpenToThoseWhoMayTry()
    {
        await fixture.Gateway.ProvisionAsync("backtest-roles");
        foreach (var role in RoleNames.All)
        {
            using var client = fixture.Gateway.CreateClient(await fixture.Gateway.IssueKeyAsync("backtest-roles", RoleNames.Find(role)!.Value));
            using var reading = await client.GetAsync($"{Path}/backtests");
            using var trying = await client.PostAsync($"{Path}/previews", Payments.Json("""{"version":1}"""));
            var expected = role switch { "OWNER" or "RISK_MANAGER" or "ANALYST" => (200, 200), "AUDITOR" => (200, 403), _ => (403, 403) };
            Assert.Equal((role, expected), (role, ((int)reading.StatusCode, (int)trying.StatusCode)));
        }
    }

    private static string ConfigurationOf(int limit) => $$"""
        {"id":"11111111-1111-4111-8111-111111111111","configurationName":"limit","paymentSource":"BOTH",
         "riskRules":{"customRules":[{"name":"over","expression":"amount > {{limit}}","weight":0.9}]},"thresholds":{"rejectThreshold":0.8,"approveThreshold":0.3} }
        """;

    private static string PolicyOf(int limit) => $$"""{"baseCurrency":"EUR","configurations":[{{ConfigurationOf(limit)}}]}""";

    private static string Without(JsonElement json, string member)
        => JsonSerializer.Serialize(json.EnumerateObject().Where(one => one.Name != member).ToDictionary(static one => one.Name, static one => one.Value, StringComparer.Ordinal));

    /// <summary>A backtest as it is told last.</summary>
    private static async Task<JsonElement> FollowAsync(HttpClient client, string id)
    {
        var last = default(JsonElement);
        await foreach (var told in client.SubscribeAsync("subscription($id: UUID!) { backtest(id: $id) { status progress { percent } report { changed } } }", new { id }))
        {
            last = told.TryGetProperty("data", out var data) ? data.GetProperty("backtest") : last;
        }

        return last;
    }

    private async Task<HttpClient> LivedAsync(string tenant)
    {
        var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync(tenant));
        await owner.SendAsync("PUT", $"{Path}/document", PolicyOf(100), 200);
        foreach (var (reference, amount) in new[] { ("r1", "10.00"), ("r2", "50.00"), ("r3", "500.00") })
        {
            await owner.SendAsync("POST", "/api/v1/fraud-risk/assessments", Payments.Small(reference, amount: amount), 201);
        }

        return owner;
    }
}
