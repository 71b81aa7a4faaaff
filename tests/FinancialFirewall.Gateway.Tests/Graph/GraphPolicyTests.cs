using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Graph;

/// <summary>Configurations, versions and drafts as clients change them; each test has a tenant of its own.</summary>
[Collection(GraphCollection.Name)]
public sealed class GraphPolicyTests(GatewayFixture fixture)
{
    private const string Pay = "mutation($r: String!) { assessPayment(payment: { transactionReference: $r, amount: 50, currency: \"EUR\", fromAccountNumber: \"A\", paymentType: \"CARD\" }) { decision } }";
    private const string Create = "mutation($c: JSON!) { createConfiguration(configuration: $c) { id tag configurationName } }";

    [Fact]
    public async Task Configuration_IsCreatedReplacedCheckedAndDeleted_EachForTheVeryNextPayment()
    {
        using var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("graph-configurations"));
        var created = (await owner.DataAsync(Create, new { c = Limit("cards", 20) })).GetProperty("createConfiguration");
        var (id, tag) = (created.Text("id"), created.Text("tag"));
        Assert.Equal("REJECT", await DecideAsync(owner, "r1"));

        const string Replace = "mutation($id: UUID!, $c: JSON!, $tag: String) { replaceConfiguration(id: $id, configuration: $c, ifTag: $tag) { configurationName } }";
        Assert.Equal("soft", (await owner.DataAsync(Replace, new { id, c = Limit("soft", 90), tag })).GetProperty("replaceConfiguration").Text("configurationName"));
        Assert.Equal("APPROVE", await DecideAsync(owner, "r2"));
        Assert.Equal("CONFIGURATION_CHANGED", (await owner.RefusalAsync(Replace, new { id, c = Limit("late", 1), tag })).Text("code"));
        var check = (await owner.DataAsync("{ configurationCheck(context: { paymentType: \"CARD\" }) { configuration { configurationName } others { reason } } }")).GetProperty("configurationCheck");
        Assert.Equal("""{"configuration":{"configurationName":"soft"},"others":[{"reason":"LESS_SPECIFIC"}]}""", check.GetRawText());

        Assert.Equal(id, (await owner.DataAsync("mutation($id: UUID!) { deleteConfiguration(id: $id) { id } }", new { id })).GetProperty("deleteConfiguration").Text("id"));
        Assert.Equal(JsonValueKind.Null, (await owner.DataAsync("query($id: UUID!) { configuration(id: $id) { id } }", new { id })).GetProperty("configuration").ValueKind);
    }

    [Fact]
    public async Task Versions_AreListedInPagesComparedAndRolledBack()
    {
        using var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("graph-versions"));
        await owner.DataAsync(Create, new { c = Limit("cards", 20) });
        await owner.DataAsync("mutation { createToggle(toggle: { paymentType: \"GIRO\", isEnabled: true }) { id } }");

        const string Versions = "query($after: String) { policyVersions(first: 2, after: $after) { nodes { version action author { kind } } pageInfo { hasNextPage endCursor } } }";
        var page = (await owner.DataAsync(Versions)).GetProperty("policyVersions");
        Assert.Equal(["3 TOGGLE_CREATED KEY", "2 CONFIGURATION_CREATED KEY"], Spell(page));
        Assert.True(page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        var last = (await owner.DataAsync(Versions, new { after = page.GetProperty("pageInfo").Text("endCursor") })).GetProperty("policyVersions");
        Assert.Equal(("1 POLICY_PUBLISHED SYSTEM", false), (Assert.Single(Spell(last)), last.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()));

        var comparison = (await owner.DataAsync("{ policyComparison(version: 3, with: 1) { section name kind omitted } }")).GetProperty("policyComparison");
        Assert.Equal(
            """[{"section":"CONFIGURATIONS","name":"cards","kind":"ADDED","omitted":0},{"section":"TOGGLES","name":"GIRO","kind":"ADDED","omitted":0}]""", comparison.GetRawText());
        Assert.Equal("POLICY_VERSION_CONFLICT", (await owner.RefusalAsync("mutation { rollBackPolicy(version: 1, ifVersion: 2) { version } }")).Text("code"));
        Assert.Equal("REJECT", await DecideAsync(owner, "r1"));
        Assert.Equal("""{"version":4,"configurations":[{"isEnabled":true}]}""", (await owner.DataAsync(
            "mutation { rollBackPolicy(version: 1, comment: \"too strict\", ifVersion: 3) { version configurations { isEnabled } } }")).GetProperty("rollBackPolicy").GetRawText());
        Assert.Equal("APPROVE", await DecideAsync(owner, "r2"));
        Assert.Equal("""{"comment":"too strict","restoredVersion":1,"isInForce":true}""", (await owner.DataAsync(
            "{ policyVersion(version: 4) { comment restoredVersion isInForce } }")).GetProperty("policyVersion").GetRawText());
    }

    [Fact]
    public async Task Document_GoesOutIsCheckedAndComesInAgain()
    {
        using var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("graph-documents"));
        var document = (await owner.DataAsync("{ policyDocument(version: 1) }")).GetProperty("policyDocument").GetRawText();
        const string Check = "query($d: JSON!) { policyValidation(document: $d) { isValid errors { code member } } }";

        Assert.Equal("""{"isValid":true,"errors":[]}""", (await owner.DataAsync(Check, new { d = Parse(document) })).GetProperty("policyValidation").GetRawText());
        Assert.Equal(
            """{"isValid":false,"errors":[{"code":"CURRENCY_UNKNOWN","member":"/baseCurrency"}]}""",
            (await owner.DataAsync(Check, new { d = new { baseCurrency = "EURO" } })).GetProperty("policyValidation").GetRawText());
        Assert.Equal("2", (await owner.DataAsync(
            "mutation($d: JSON!) { replacePolicy(document: $d, ifVersion: 1) { version } }", new { d = new { baseCurrency = "USD" } })).GetProperty("replacePolicy").GetProperty("version").GetRawText());
        Assert.Equal(JsonValueKind.Null, (await owner.DataAsync("{ policyDocument(version: 99) }")).GetProperty("policyDocument").ValueKind);
    }

    [Fact]
    public async Task Draft_OfOnePerson_IsApprovedByAnother()
    {
        using var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("graph-drafts"));
        using var second = fixture.Gateway.CreateClient(await fixture.Gateway.IssueKeyAsync("graph-drafts", Roles.RiskManager));
        Assert.True((await owner.DataAsync("mutation { configureTenant(settings: { requiresApproval: true }) { requiresApproval } }")).GetProperty("configureTenant").GetProperty("requiresApproval").GetBoolean());
        Assert.Equal("APPROVAL_REQUIRED", (await owner.RefusalAsync(Create, new { c = Limit("cards", 20) })).Text("code"));

        var id = (await owner.DataAsync("mutation { createDraft(name: \"spring\") { id } }")).GetProperty("createDraft").Text("id");
        await owner.DataAsync("mutation($id: UUID!, $c: JSON!) { createDraftConfiguration(id: $id, configuration: $c) { id } }", new { id, c = Limit("cards", 20) });
        Assert.Equal("""[{"name":"cards","kind":"ADDED"}]""", (await owner.DataAsync("query($id: UUID!) { draftComparison(id: $id) { name kind } }", new { id })).GetProperty("draftComparison").GetRawText());
        Assert.Equal("""{"isValid":true,"warnings":[]}""", (await owner.DataAsync("query($id: UUID!) { draftValidation(id: $id) { isValid warnings { code } } }", new { id })).GetProperty("draftValidation").GetRawText());
        var submitted = (await owner.DataAsync("mutation($id: UUID!) { submitDraft(id: $id) { status tag } }", new { id })).GetProperty("submitDraft");
        Assert.Equal(("SUBMITTED", "1.3"), (submitted.Text("status"), submitted.Text("tag")));

        const string Approve = "mutation($id: UUID!, $tag: String!) { approveDraft(id: $id, ifTag: $tag) { version } }";
        Assert.Equal("APPROVER_IS_AUTHOR", (await owner.RefusalAsync(Approve, new { id, tag = "1.3" })).Text("code"));
        Assert.Equal("DRAFT_CHANGED", (await second.RefusalAsync(Approve, new { id, tag = "1.2" })).Text("code"));
        Assert.Equal("APPROVE", await DecideAsync(owner, "r1"));
        Assert.Equal("""{"version":2}""", (await second.DataAsync(Approve, new { id, tag = "1.3" })).GetProperty("approveDraft").GetRawText());
        Assert.Equal("REJECT", await DecideAsync(owner, "r2"));
        Assert.Empty((await owner.DataAsync("{ drafts { id } }")).GetProperty("drafts").EnumerateArray());
    }

    [Fact]
    public async Task Shadow_OfADraft_IsStartedReadAndEnded()
    {
        using var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("graph-shadows"));
        var id = (await owner.DataAsync("mutation { createDraft(name: \"beside\") { id } }")).GetProperty("createDraft").Text("id");
        const string Fields = "{ status compared decisions { live shadow count } factors { name live shadow } samples { assessmentId liveScore shadowScore } }";

        var started = (await owner.DataAsync($"mutation($id: UUID!) {{ startShadow(id: $id) {Fields} }}", new { id })).GetProperty("startShadow");
        Assert.Equal("""{"status":"FILLING","compared":0,"decisions":[],"factors":[],"samples":[]}""", started.GetRawText());
        Assert.Equal(id, (await owner.DataAsync("query($id: UUID!) { shadow(id: $id) { draft } }", new { id })).GetProperty("shadow").Text("draft"));
        Assert.Equal("ENDED", (await owner.DataAsync("mutation($id: UUID!) { endShadow(id: $id) { status } }", new { id })).GetProperty("endShadow").Text("status"));
    }

    private static object Limit(string name, int limit) => new
    {
        configurationName = name,
        paymentType = "CARD",
        riskRules = new { customRules = new[] { new { name = "over", expression = $"amount > {limit}", weight = 0.9 } } },
    };

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static List<string> Spell(JsonElement page)
        => [.. page.GetProperty("nodes").EnumerateArray().Select(static one => $"{one.GetProperty("version")} {one.Text("action")} {one.GetProperty("author").Text("kind")}")];

    private static async Task<string?> DecideAsync(HttpClient client, string reference)
        => (await client.DataAsync(Pay, new { r = reference })).GetProperty("assessPayment").Text("decision");
}
