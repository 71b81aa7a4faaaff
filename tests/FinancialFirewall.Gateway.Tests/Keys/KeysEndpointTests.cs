using System.Text.Json;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Keys;

[Collection(GatewayCollection.Name)]
public sealed class KeysEndpointTests(GatewayFixture fixture)
{
    private const string Keys = "/api/v1/keys";

    private HttpClient Owner => fixture.Gateway.Client;

    [Fact]
    public async Task Post_Key_IsShownOnceAndLetsInByItsRoles()
    {
        var issued = await Owner.SendAsync("POST", Keys, """{"label":"till 7","roles":["SERVICE","ANALYST"],"expiresAt":"2999-01-01T00:00:00Z"}""", 201);
        var (secret, key) = (issued.Text("apiKey")!, issued.GetProperty("key"));
        Assert.StartsWith("ff_demo_", secret, StringComparison.Ordinal);
        Assert.Equal(secret[..16], key.Text("prefix"));
        Assert.Equal(["ANALYST", "SERVICE"], key.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        Assert.Equal(("till 7", "ACTIVE", "2999-01-01T00:00:00Z", null), (key.Text("label"), key.Text("status"), key.Text("expiresAt"), key.Text("lastUsedAt")));

        using var client = fixture.Gateway.CreateClient(secret);
        await client.SendAsync("POST", "/api/v1/fraud-risk/assessments", Payments.Small("keys-1"), 201);

        var found = await Owner.SendAsync("GET", $"{Keys}/{key.Text("id")}", null, 200);
        Assert.NotNull(found.Text("lastUsedAt"));
        Assert.DoesNotContain(secret[17..], (await Owner.SendAsync("GET", Keys, null, 200)).GetRawText(), StringComparison.Ordinal);
        Assert.False(found.TryGetProperty("apiKey", out _));
    }

    [Fact]
    public async Task Delete_KeyThatIsInUse_EndsItForTheNextRequest()
    {
        var (secret, id) = await IssueAsync("""{"label":"gone","roles":["AUDITOR"]}""");
        using var client = fixture.Gateway.CreateClient(secret);
        await client.SendAsync("GET", Keys, null, 200);

        Assert.Equal("REVOKED", (await Owner.SendAsync("DELETE", $"{Keys}/{id}", null, 200)).Text("status"));
        Assert.Equal("API_KEY_REVOKED", await client.RefusedAsync("GET", Keys, null, 401));
        Assert.Equal("API_KEY_ENDED", await Owner.RefusedAsync("POST", $"{Keys}/{id}/rotate", "{}", 409));
    }

    [Fact]
    public async Task Rotate_WithOverlap_BothAreGoodUntilTheOldOneEnds()
    {
        var (old, id) = await IssueAsync("""{"label":"rotated","roles":["AUDITOR"]}""");
        var issued = await Owner.SendAsync("POST", $"{Keys}/{id}/rotate", """{"overlapSeconds":3600}""", 201);
        Assert.Equal("rotated", issued.GetProperty("key").Text("label"));
        foreach (var secret in new[] { old, issued.Text("apiKey")! })
        {
            using var client = fixture.Gateway.CreateClient(secret);
            await client.SendAsync("GET", Keys, null, 200);
        }

        Assert.NotNull((await Owner.SendAsync("GET", $"{Keys}/{id}", null, 200)).Text("expiresAt"));
    }

    [Fact]
    public async Task Rotate_WithoutOverlap_EndsTheOldOneAtOnce()
    {
        var (old, id) = await IssueAsync("""{"label":"leaked","roles":["AUDITOR"]}""");
        using var client = fixture.Gateway.CreateClient(old);
        await client.SendAsync("GET", Keys, null, 200);

        await Owner.SendAsync("POST", $"{Keys}/{id}/rotate", """{"overlapSeconds":0}""", 201);

        Assert.Equal("API_KEY_EXPIRED", await client.RefusedAsync("GET", Keys, null, 401));
    }

    [Theory]
    [InlineData("""{"label":"x","roles":[]}""", "ROLES_MISSING", "roles")]
    [InlineData("""{"label":"x"}""", "ROLES_MISSING", "roles")]
    [InlineData("""{"label":"x","roles":["ADMIN"]}""", "ROLE_UNKNOWN", "/roles/0")]
    [InlineData("""{"label":"x","roles":["OWNER",null]}""", "ROLE_UNKNOWN", "/roles/1")]
    [InlineData("""{"label":"","roles":["OWNER"]}""", "LABEL_LENGTH", "label")]
    [InlineData("""{"label":"x","roles":["OWNER"],"expiresAt":"2001-01-01T00:00:00Z"}""", "EXPIRY_PAST", "expiresAt")]
    [InlineData("""{"label":"x","roles":["OWNER"],"expiresAt":"tomorrow"}""", "MEMBER_INVALID", "expiresAt")]
    [InlineData("""{"label":"x","roles":["OWNER"],"secret":"mine"}""", "JSON_MALFORMED", "secret")]
    [InlineData("""{"label":7,"roles":["OWNER"]}""", "JSON_MALFORMED", "label")]
    [InlineData("""[""", "JSON_MALFORMED", "")]
    public async Task Post_BadRequest_SaysWhatIsWrong(string body, string code, string member)
    {
        var problem = await Owner.SendAsync("POST", Keys, body, 400);

        var error = Assert.Single(problem.GetProperty("errors").EnumerateArray().ToList());
        Assert.Equal((code, member), (error.Text("code"), error.Text("member")));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2_592_001)]
    public async Task Rotate_OverlapOutOfBounds_IsRefused(long seconds)
    {
        var (_, id) = await IssueAsync("""{"label":"bounds","roles":["AUDITOR"]}""");

        Assert.Equal("OVERLAP_INVALID", await Owner.RefusedAsync("POST", $"{Keys}/{id}/rotate", $$"""{"overlapSeconds":{{seconds}}}""", 400));
    }

    [Fact]
    public async Task Keys_OfAnotherTenant_AreNotFound()
    {
        var (_, id) = await IssueAsync("""{"label":"mine","roles":["AUDITOR"]}""");
        foreach (var (method, path) in new[] { ("GET", $"{Keys}/{id}"), ("DELETE", $"{Keys}/{id}"), ("POST", $"{Keys}/{id}/rotate") })
        {
            Assert.Equal("API_KEY_NOT_FOUND", await fixture.Gateway.OtherClient.RefusedAsync(method, path, method == "POST" ? "{}" : null, 404));
        }
    }

    private async Task<(string Secret, string Id)> IssueAsync(string body)
    {
        JsonElement issued = await Owner.SendAsync("POST", Keys, body, 201);
        return (issued.Text("apiKey")!, issued.GetProperty("key").Text("id")!);
    }
}
