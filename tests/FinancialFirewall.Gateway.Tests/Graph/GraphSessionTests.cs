using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Graph;

/// <summary>People ask GraphQL with the cookie of their session, and nobody else's page can.</summary>
[Collection(GraphCollection.Name)]
public sealed class GraphSessionTests(GatewayFixture fixture)
{
    private const string Token = "X-CSRF-Token";

    [Fact]
    public async Task Ask_WithCookieAndToken_SaysWhoIsSignedIn()
    {
        using var user = await SignedIn.AsAsync(fixture.Gateway, "demo", Roles.Analyst);

        var me = (await user.Client.DataAsync("{ me { tenantId keyId userId name email hasSecondFactor mustSetUpSecondFactor roles permissions } }")).GetProperty("me");

        Assert.Equal(("demo", user.User.Id, user.User.Name, user.User.Email), (me.Text("tenantId"), me.Text("userId"), me.Text("name"), me.Text("email")));
        Assert.Equal(JsonValueKind.Null, me.GetProperty("keyId").ValueKind);
        Assert.Equal("[\"ANALYST\"]", me.GetProperty("roles").GetRawText());
        Assert.False(me.GetProperty("hasSecondFactor").GetBoolean());
        Assert.False(me.GetProperty("mustSetUpSecondFactor").GetBoolean());
        var permissions = me.GetProperty("permissions").EnumerateArray().Select(one => one.GetString()).ToList();
        Assert.Contains("USE_SESSION", permissions);
        Assert.Contains("LIST_ASSESSMENTS", permissions);
        Assert.DoesNotContain("CHANGE_TOGGLES", permissions);
    }

    [Fact]
    public async Task Ask_WithAKey_HasNoUser()
    {
        var me = (await fixture.Gateway.Client.DataAsync("{ me { keyId userId name hasSecondFactor permissions } }")).GetProperty("me");

        Assert.Equal(JsonValueKind.String, me.GetProperty("keyId").ValueKind);
        Assert.Equal(JsonValueKind.Null, me.GetProperty("userId").ValueKind);
        Assert.Equal(JsonValueKind.Null, me.GetProperty("hasSecondFactor").ValueKind);
        Assert.DoesNotContain("\"USE_SESSION\"", me.GetProperty("permissions").GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("made up")]
    public async Task Ask_WithCookieAndWithoutItsToken_IsRefusedAlsoToRead(string? token)
    {
        using var user = await SignedIn.AsAsync(fixture.Gateway, "demo", Roles.Owner);
        user.Client.DefaultRequestHeaders.Remove(Token);
        if (token is not null)
        {
            user.Client.DefaultRequestHeaders.Add(Token, token);
        }

        Assert.Equal("CSRF_TOKEN_WRONG", (await user.Client.RefusalAsync("{ me { tenantId } }")).Text("code"));
        using var read = await user.Client.GetAsync("/graphql?query={me{tenantId}}");
        Assert.Equal(403, (int)read.StatusCode);
    }

    [Fact]
    public async Task Change_BySomebodySignedIn_StandsInTheAuditLogWithTheUser()
    {
        using var owner = await SignedIn.AsAsync(fixture.Gateway, "demo", Roles.Owner);

        var made = (await owner.Client.DataAsync("""mutation { createKey(key: { label: "by a person", roles: [SERVICE] }) { key { id } } }""")).GetProperty("createKey").GetProperty("key");

        var log = await owner.Client.DataAsync($$"""{ auditLog(filter: { target: "key/{{made.Text("id")}}" }) { nodes { action actor { kind id } } } }""");
        var entry = Assert.Single(log.GetProperty("auditLog").GetProperty("nodes").EnumerateArray());
        Assert.Equal(("API_KEY_ISSUED", "USER", owner.User.Id), (entry.Text("action"), entry.GetProperty("actor").Text("kind"), entry.GetProperty("actor").Text("id")));
    }

    [Fact]
    public async Task Session_EndedWhileSubscribed_EndsTheSubscriptionAtTheNextEvent()
    {
        using var user = await SignedIn.AsAsync(fixture.Gateway, "demo", Roles.Analyst);
        await using var events = user.Client.SubscribeAsync("subscription { statistics(every: 1) { duplicates } }").GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());
        Assert.True(events.Current.TryGetProperty("data", out _));

        await user.Client.SendAsync("DELETE", "/api/v1/session", null, 204);

        Assert.True(await events.MoveNextAsync());
        Assert.Equal("SESSION_ENDED", events.Current.GetProperty("errors")[0].GetProperty("extensions").Text("code"));
        Assert.False(await events.MoveNextAsync());
    }

    [Theory]
    [InlineData(true, """{"type":"connection_ack"}""")]
    [InlineData(false, "4403")]
    public async Task Socket_WithCookie_IsTakenOnlyWithTheTokenInItsIntroduction(bool hasToken, string answer)
    {
        using var user = await SignedIn.AsAsync(fixture.Gateway, "demo", Roles.Analyst);
        var cookie = user.Cookies.Single();
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.SetRequestHeader("Cookie", $"{cookie.Name}={cookie.Value}");
        socket.Options.SetRequestHeader("Origin", "https://elsewhere.example");
        await socket.ConnectAsync(new UriBuilder(fixture.Gateway.Address) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
        var payload = hasToken ? $$""","payload":{"{{Token}}":"{{user.Client.DefaultRequestHeaders.GetValues(Token).Single()}}"}""" : "";

        await socket.SendAsync(Encoding.UTF8.GetBytes($$"""{"type":"connection_init"{{payload}}}"""), WebSocketMessageType.Text, true, CancellationToken.None);

        var buffer = new byte[1024];
        var received = await socket.ReceiveAsync(buffer, CancellationToken.None);
        Assert.Equal(answer, received.CloseStatus is { } status ? ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture) : Encoding.UTF8.GetString(buffer, 0, received.Count));
    }
}
