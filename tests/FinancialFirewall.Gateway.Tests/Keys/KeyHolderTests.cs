using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Tests.Graph;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Keys;

/// <summary>Whoever holds a key is one person, whichever way they come.</summary>
[Collection(GraphCollection.Name)]
public sealed class KeyHolderTests(GatewayFixture fixture)
{
    private const string Keys = "/api/v1/keys";
    private const string Drafts = "/api/v1/policy/drafts";

    [Fact]
    public async Task Post_BySomebodySignedIn_IsHeldByThatPersonUnlessAnotherIsNamed()
    {
        using var first = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("held-made"));
        using var ann = await SignedIn.AsAsync(fixture.Gateway, "held-made", Roles.Owner);
        using var bob = await SignedIn.AsAsync(fixture.Gateway, "held-made", Roles.Analyst);

        var own = await IssueAsync(ann.Client, """{"label":"own","roles":["OWNER"]}""");
        using var byKey = fixture.Gateway.CreateClient(own.Text("apiKey"));
        var again = await IssueAsync(byKey, """{"label":"again","roles":["OWNER"]}""");
        var bobs = await IssueAsync(ann.Client, $$"""{"label":"bob's","roles":["ANALYST"],"userId":"{{bob.User.Id}}"}""");
        var nobodys = await IssueAsync(first, """{"label":"machine","roles":["SERVICE"]}""");
        var rotated = await byKey.SendAsync("POST", $"{Keys}/{bobs.GetProperty("key").Text("id")}/rotate", "{}", 201);

        Assert.Equal(
            (ann.User.Id, ann.User.Id, bob.User.Id, null, bob.User.Id),
            (HolderOf(own), HolderOf(again), HolderOf(bobs), HolderOf(nobodys), HolderOf(rotated)));
        Assert.Equal(
            ["bob's", "bob's"],
            (await first.DataAsync("{ keys { label userId } }")).GetProperty("keys").EnumerateArray().Where(key => key.Text("userId") == bob.User.Id).Select(static key => key.Text("label")));
        Assert.Equal("HOLDER_UNKNOWN", await ann.Client.RefusedAsync("POST", Keys, """{"label":"x","roles":["ANALYST"],"userId":"0123456789abcdef"}""", 400));
        var made = await ann.Client.DataAsync($$"""mutation { createKey(key: { label: "graph", roles: [ANALYST], userId: "{{bob.User.Id}}" }) { key { userId } } }""");
        Assert.Equal(bob.User.Id, made.GetProperty("createKey").GetProperty("key").Text("userId"));
    }

    [Fact]
    public async Task Approve_OfWhatTheHolderOfTheKeyMadeSignedIn_TakesSomebodyElse()
    {
        using var first = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("held-drafts"));
        using var ann = await SignedIn.AsAsync(fixture.Gateway, "held-drafts", Roles.Owner | Roles.RiskManager);
        using var bob = await SignedIn.AsAsync(fixture.Gateway, "held-drafts", Roles.Owner | Roles.RiskManager);
        var key = await IssueAsync(ann.Client, """{"label":"ann's","roles":["OWNER","RISK_MANAGER"]}""");
        using var annsKey = fixture.Gateway.CreateClient(key.Text("apiKey"));
        await first.SendAsync("PATCH", "/api/v1/tenants/held-drafts", """{"requiresApproval":true}""", 200);

        var draft = (await annsKey.SendAsync("POST", Drafts, """{"name":"by key"}""", 201)).Text("id");
        const string Other = """{"baseCurrency":"EUR","configurations":[{"configurationName":"other","paymentSource":"BOTH"}]}""";
        await annsKey.SendAsync("PUT", $"{Drafts}/{draft}/document", Other, 200);
        var tag = (await annsKey.SendAsync("POST", $"{Drafts}/{draft}/submit", "{}", 200)).Text("tag");

        Assert.Equal("APPROVER_IS_AUTHOR", await ann.Client.RefusedAsync("POST", $"{Drafts}/{draft}/approve", "{}", 403));
        var actor = (await first.DataAsync("""{ auditLog(first: 100, filter: { action: "DRAFT_SUBMITTED" }) { nodes { actor { kind id keyId } } } }""")).GetProperty("auditLog").GetProperty("nodes")[0].GetProperty("actor");
        Assert.Equal(("USER", ann.User.Id, key.GetProperty("key").Text("id")), (actor.Text("kind"), actor.Text("id"), actor.Text("keyId")));
        bob.Client.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", $"\"{tag}\"");
        await bob.Client.SendAsync("POST", $"{Drafts}/{draft}/approve", "{}", 200);
    }

    [Fact]
    public async Task Decide_WithFourEyesByKeyAndSignedIn_CountsOnePerson()
    {
        using var first = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("held-reviews"));
        using var ann = await SignedIn.AsAsync(fixture.Gateway, "held-reviews", Roles.Owner | Roles.Analyst);
        using var bob = await SignedIn.AsAsync(fixture.Gateway, "held-reviews", Roles.Analyst);
        var key = await IssueAsync(ann.Client, """{"label":"ann's","roles":["ANALYST"]}""");
        using var annsKey = fixture.Gateway.CreateClient(key.Text("apiKey"));
        await first.SendAsync("PATCH", "/api/v1/tenants/held-reviews", """{"reviews":{"fourEyes":true}}""", 200);
        var id = (await first.SendAsync("POST", "/api/v1/fraud-risk/assessments", Payments.Small("held-1", amount: "15000.01"), 201)).Text("id");
        var decision = $"/api/v1/reviews/{id}/decision";

        await annsKey.SendAsync("POST", $"/api/v1/reviews/{id}/claim", "{}", 200);
        await ann.Client.SendAsync("PUT", decision, """{"decision":"REJECT","reason":"theft"}""", 200);
        Assert.Equal("SECOND_PERSON_NEEDED", await annsKey.RefusedAsync("PUT", decision, """{"decision":"REJECT","reason":"theft, I say"}""", 409));
        await annsKey.SendAsync("POST", $"/api/v1/reviews/{id}/release", "{}", 200);
        await bob.Client.SendAsync("PUT", decision, """{"decision":"REJECT","reason":"yes"}""", 200);

        var reviewers = (await first.SendAsync("GET", "/api/v1/reviews/reviewers", null, 200)).EnumerateArray().Select(static one => one.Text("actor")).ToList();
        Assert.Contains($"USER/{ann.User.Id}", reviewers);
        Assert.DoesNotContain($"KEY/{key.GetProperty("key").Text("id")}", reviewers);
    }

    private static string? HolderOf(JsonElement issued) => issued.GetProperty("key").Text("userId");

    private static Task<JsonElement> IssueAsync(HttpClient client, string key) => client.SendAsync("POST", Keys, key, 201);
}
