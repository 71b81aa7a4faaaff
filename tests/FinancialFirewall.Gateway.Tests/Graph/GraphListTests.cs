using System.Text.Json;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Graph;

/// <summary>Lists over GraphQL: made, changed, searched in pages, imported, deleted; and what they do to payments.</summary>
[Collection(GraphCollection.Name)]
public sealed class GraphListTests(GatewayFixture fixture)
{
    private const string Create = "mutation($list: RiskListInput!) { createList(list: $list) { name kind mandatory member entryCount revision usedBy tag } }";
    private const string Add = "mutation($list: ID!, $entries: [ListEntryInput!]!, $reason: String) { addListEntries(list: $list, entries: $entries, reason: $reason) { counts { added replaced removed duplicates } list { entryCount } } }";
    private const string Page = "query($list: ID!, $prefix: String, $first: Int!, $after: String) { listEntries(list: $list, prefix: $prefix, first: $first, after: $after) { nodes { value } pageInfo { hasNextPage hasPreviousPage endCursor } } }";

    [Fact]
    public async Task Entry_AddedAndRemoved_HoldsForTheVeryNextPayment()
    {
        using var owner = await OwnerAsync("graph-lists");
        await owner.DataAsync(Create, new { list = new { name = "stolen", kind = "BLOCK", member = "deviceId" } });

        var added = await owner.DataAsync(Add, new { list = "stolen", reason = "reported", entries = new object[] { new { value = "phone" }, new { value = "tablet", reason = "lost", expiresAt = "2999-01-01T00:00:00Z" } } });

        Assert.Equal("""{"counts":{"added":2,"replaced":0,"removed":0,"duplicates":0},"list":{"entryCount":2}}""", added.GetProperty("addListEntries").GetRawText());
        Assert.Equal("REJECT", await DecideAsync(owner, "r1", "phone"));
        const string Entry = "{ listEntry(list: \"stolen\", value: \"tablet\") { value reason expiresAt isExpired source addedBy } }";
        var entry = (await owner.DataAsync(Entry)).GetProperty("listEntry");
        Assert.Equal(("tablet", "lost", "2999-01-01T00:00:00Z", "API"), (entry.Text("value"), entry.Text("reason"), entry.Text("expiresAt"), entry.Text("source")));
        Assert.False(entry.GetProperty("isExpired").GetBoolean());
        Assert.StartsWith("KEY ", entry.Text("addedBy"), StringComparison.Ordinal);

        var removed = await owner.DataAsync("""mutation { removeListEntries(list: "stolen", values: ["phone", "nobody's"], reason: "found") { counts { removed } list { entryCount } } }""");
        Assert.Equal("""{"counts":{"removed":1},"list":{"entryCount":1}}""", removed.GetProperty("removeListEntries").GetRawText());
        Assert.NotEqual("REJECT", await DecideAsync(owner, "r2", "phone"));
        var log = await owner.DataAsync("""{ auditLog(filter: { target: "list/stolen" }) { nodes { action remark } } }""");
        Assert.Equal(
            """[{"action":"LIST_ENTRIES_REMOVED","remark":"found"},{"action":"LIST_ENTRIES_ADDED","remark":"reported"},{"action":"LIST_CREATED","remark":null}]""",
            log.GetProperty("auditLog").GetProperty("nodes").GetRawText());
    }

    [Fact]
    public async Task Entries_SearchedInPages_AreEachThereOnce()
    {
        using var owner = await OwnerAsync("graph-list-pages");
        await owner.DataAsync(Create, new { list = new { name = "terms", kind = "WATCH" } });
        await owner.DataAsync(Add, new { list = "terms", entries = Enumerable.Range(0, 7).Select(static number => new { value = $"a{number}" }).Append(new { value = "b0" }) });

        List<string> seen = [];
        string? after = null;
        for (var isBehind = false; seen.Count == 0 || isBehind;)
        {
            var page = (await owner.DataAsync(Page, new { list = "terms", prefix = "a", first = 3, after })).GetProperty("listEntries");
            Assert.Equal(after is not null, page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
            seen.AddRange(page.GetProperty("nodes").EnumerateArray().Select(static entry => entry.Text("value")!));
            (isBehind, after) = (page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean(), page.GetProperty("pageInfo").Text("endCursor"));
        }

        Assert.Equal(["a0", "a1", "a2", "a3", "a4", "a5", "a6"], seen);
        Assert.Equal(8, (await owner.DataAsync("""{ listEntries(list: "terms") { edges { cursor node { value } } } }""")).GetProperty("listEntries").GetProperty("edges").GetArrayLength());
        Assert.Equal("CURSOR_INVALID", (await owner.RefusalAsync(Page, new { list = "terms", first = 3, after = "!" })).Text("code"));
        Assert.Equal("MEMBER_INVALID", (await owner.RefusalAsync(Page, new { list = "terms", first = 1_001 })).Text("code"));
    }

    [Fact]
    public async Task List_ChangedByTwo_IsChangedByTheOneWhoHasSeenIt()
    {
        using var owner = await OwnerAsync("graph-list-tags");
        var list = new { name = "partners", kind = "ALLOW", member = "toAccountNumber", mandatory = false };
        var tag = (await owner.DataAsync(Create, new { list })).GetProperty("createList").Text("tag");
        const string Replace = "mutation($list: RiskListInput!, $tag: String) { replaceList(name: \"partners\", list: $list, ifTag: $tag) { kind tag } }";

        var replaced = (await owner.DataAsync(Replace, new { list = list with { kind = "BLOCK", mandatory = true }, tag })).GetProperty("replaceList");

        Assert.Equal("BLOCK", replaced.Text("kind"));
        Assert.Equal("LIST_CHANGED", (await owner.RefusalAsync(Replace, new { list, tag })).Text("code"));
        Assert.Equal("LIST_NAME_DIFFERS", (await owner.RefusalAsync(Replace, new { list = list with { name = "others" } })).Text("code"));
        Assert.Equal("LIST_CHANGED", (await owner.RefusalAsync("mutation($tag: String) { deleteList(name: \"partners\", ifTag: $tag) { name } }", new { tag })).Text("code"));
        Assert.Equal("partners", (await owner.DataAsync("mutation { deleteList(name: \"partners\") { name } }")).GetProperty("deleteList").Text("name"));
        Assert.Equal(JsonValueKind.Null, (await owner.DataAsync("{ list(name: \"partners\") { name } }")).GetProperty("list").ValueKind);
        Assert.Equal("LIST_UNKNOWN", (await owner.RefusalAsync(Replace, new { list })).Text("code"));
    }

    [Fact]
    public async Task Import_UnderWay_IsSeenAndCancelled()
    {
        using var owner = await OwnerAsync("graph-list-imports");
        await owner.DataAsync(Create, new { list = new { name = "long", kind = "WATCH" } });
        using var body = new GatedBody();
        var sending = owner.PostAsync("/api/v1/lists/long/import?operationId=monday", body);
        await body.Begun;
        const string Ask = "{ listImport(id: \"monday\") { list status replaces dryRun counts { added } } }";
        JsonElement import;
        do
        {
            import = (await owner.DataAsync(Ask)).GetProperty("listImport");
        }
        while (import.ValueKind == JsonValueKind.Null);

        Assert.Equal("""{"list":"long","status":"READING","replaces":false,"dryRun":false,"counts":null}""", import.GetRawText());
        Assert.Equal("CANCELLED", (await owner.DataAsync("mutation { cancelListImport(id: \"monday\") { status } }")).GetProperty("cancelListImport").Text("status"));
        body.GoOn();
        using var answer = await sending;
        Assert.Equal(409, (int)answer.StatusCode);
        Assert.Equal("""[{"id":"monday","status":"CANCELLED"}]""", (await owner.DataAsync("{ listImports { id status } }")).GetProperty("listImports").GetRawText());
    }

    [Theory]
    [InlineData("""createList(list: { name: "x", kind: BLOCK }) { name }""", "MEMBER_MISSING")]
    [InlineData("""addListEntries(list: "nothing", entries: [{ value: "x" }]) { counts { added } }""", "LIST_UNKNOWN")]
    [InlineData("""addListEntries(list: "highRisk", entries: []) { counts { added } }""", "ENTRIES_INVALID")]
    [InlineData("""removeListEntries(list: "nothing", values: ["x"]) { counts { added } }""", "LIST_UNKNOWN")]
    [InlineData("""deleteList(name: "nothing") { name }""", "LIST_UNKNOWN")]
    [InlineData("""cancelListImport(id: "nothing") { id }""", "LIST_IMPORT_UNKNOWN")]
    public async Task Change_ThatIsWrong_IsRefusedByName(string mutation, string code)
        => Assert.Equal(code, (await fixture.Gateway.Client.RefusalAsync($"mutation {{ {mutation} }}")).Text("code"));

    private async Task<HttpClient> OwnerAsync(string tenant) => fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync(tenant));

    private static async Task<string?> DecideAsync(HttpClient client, string reference, string device)
        => (await client.DataAsync(
            "mutation($r: String!, $d: String!) { assessPayment(payment: { transactionReference: $r, amount: 5, currency: \"EUR\", fromAccountNumber: \"ACC-1\", deviceId: $d }) { decision } }",
            new { r = reference, d = device })).GetProperty("assessPayment").Text("decision");
}
