using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Graph;

/// <summary>People of a tenant over GraphQL: invited, changed, locked out and removed, and where they are signed in.</summary>
[Collection(GraphCollection.Name)]
public sealed class GraphUserTests(GatewayFixture fixture)
{
    private const string Invite = "mutation($user: NewUserInput!) { inviteUser(user: $user) { link token expiresAt user { id email name roles status linkExpiresAt } } }";

    [Fact]
    public async Task Invited_TakesTheLinkUpAndIsListed()
    {
        using var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("graph-people"));

        var made = (await owner.DataAsync(Invite, new { user = new { email = "ann@example.com", name = "Ann", roles = new[] { "ANALYST", "AUDITOR" } } })).GetProperty("inviteUser");

        var token = made.Text("token");
        Assert.Equal($"{fixture.Gateway.Address.GetLeftPart(UriPartial.Authority)}/invitation#{token}", made.Text("link"));
        var invited = made.GetProperty("user");
        Assert.Equal(("INVITED", made.Text("expiresAt")), (invited.Text("status"), invited.Text("linkExpiresAt")));
        using var nobody = fixture.Gateway.CreateClient(null);
        await nobody.SendAsync("POST", "/api/v1/invitations/accept", $$"""{"token":"{{token}}","password":"{{SignedIn.Password}}"}""", 200);
        var listed = Assert.Single((await owner.DataAsync("{ users { id name email roles status lastSignInAt linkExpiresAt lockReason hasSecondFactor recoveryCodesLeft } }")).GetProperty("users").EnumerateArray());
        Assert.Equal(
            $$"""{"id":"{{invited.Text("id")}}","name":"Ann","email":"ann@example.com","roles":["ANALYST","AUDITOR"],"status":"ACTIVE","lastSignInAt":null,"linkExpiresAt":null,"lockReason":"","hasSecondFactor":false,"recoveryCodesLeft":0}""",
            listed.GetRawText());
        var again = (await owner.DataAsync("mutation($id: ID!) { issueUserLink(id: $id) { token } }", new { id = invited.Text("id") })).GetProperty("issueUserLink");
        Assert.NotEqual(token, again.Text("token"));
    }

    [Fact]
    public async Task Change_OfRoles_HoldsForTheVeryNextRequest()
    {
        using var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("graph-roles"));
        using var user = await SignedIn.AsAsync(fixture.Gateway, "graph-roles", Roles.Analyst);
        Assert.Equal("ROLE_MISSING", (await user.Client.RefusalAsync("{ users { id } }")).Text("code"));

        var changed = await owner.DataAsync("mutation($id: ID!) { changeUser(id: $id, roles: [OWNER]) { name roles } }", new { id = user.User.Id });

        Assert.Equal($$"""{"name":"{{user.User.Name}}","roles":["OWNER"]}""", changed.GetProperty("changeUser").GetRawText());
        Assert.Single((await user.Client.DataAsync("{ users { id } }")).GetProperty("users").EnumerateArray());
        Assert.Equal("LAST_OWNER", (await owner.RefusalAsync("mutation($id: ID!) { removeUser(id: $id) { id } }", new { id = user.User.Id })).Text("code"));
    }

    [Fact]
    public async Task Sessions_OfSomebody_AreSeenAndEnded()
    {
        await fixture.Gateway.ProvisionAsync("graph-sessions");
        using var owner = await SignedIn.AsAsync(fixture.Gateway, "graph-sessions", Roles.Owner);
        using var user = await SignedIn.AsAsync(fixture.Gateway, "graph-sessions", Roles.Analyst);
        const string Sessions = "query($id: ID!) { userSessions(id: $id) { id source isCurrent } }";
        var own = Assert.Single((await owner.Client.DataAsync(Sessions, new { id = owner.User.Id })).GetProperty("userSessions").EnumerateArray());
        Assert.True(own.GetProperty("isCurrent").GetBoolean());
        var other = Assert.Single((await owner.Client.DataAsync(Sessions, new { id = user.User.Id })).GetProperty("userSessions").EnumerateArray());
        Assert.Equal(("127.0.0.1", false), (other.Text("source"), other.GetProperty("isCurrent").GetBoolean()));

        const string End = "mutation($id: ID!, $sessionId: ID!) { endUserSession(id: $id, sessionId: $sessionId) { id } }";
        Assert.Equal("SESSION_NOT_FOUND", (await owner.Client.RefusalAsync(End, new { id = owner.User.Id, sessionId = other.Text("id") })).Text("code"));
        await owner.Client.DataAsync(End, new { id = user.User.Id, sessionId = other.Text("id") });

        Assert.Equal("SESSION_ENDED", (await user.Client.RefusalAsync("{ me { name } }")).Text("code"));
        await user.SignInAsync();
        await owner.Client.DataAsync("mutation($id: ID!) { endUserSessions(id: $id) { id } }", new { id = user.User.Id });
        Assert.Equal("SESSION_ENDED", (await user.Client.RefusalAsync("{ me { name } }")).Text("code"));
    }

    [Fact]
    public async Task Lock_AndUnlock_SayWhyAndSinceWhen()
    {
        using var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("graph-locks"));
        var id = (await SignedIn.UserAsync(fixture.Gateway, "graph-locks", Roles.Analyst)).Id;

        var locked = (await owner.DataAsync("mutation($id: ID!) { lockUser(id: $id, reason: \"left the bank\") { status lockReason lockedAt } }", new { id })).GetProperty("lockUser");

        Assert.Equal(("LOCKED", "left the bank", JsonValueKind.String), (locked.Text("status"), locked.Text("lockReason"), locked.GetProperty("lockedAt").ValueKind));
        Assert.Equal("REASON_LENGTH", (await owner.RefusalAsync("mutation($id: ID!) { lockUser(id: $id, reason: \"\") { id } }", new { id })).Text("code"));
        Assert.Equal("ACTIVE", (await owner.DataAsync("mutation($id: ID!) { unlockUser(id: $id) { status } }", new { id })).GetProperty("unlockUser").Text("status"));
        Assert.Equal("SECOND_FACTOR_MISSING", (await owner.RefusalAsync("mutation($id: ID!) { resetSecondFactor(id: $id) { id } }", new { id })).Text("code"));
        await owner.DataAsync("mutation($id: ID!) { removeUser(id: $id) { id } }", new { id });
        Assert.Equal(JsonValueKind.Null, (await owner.DataAsync("query($id: ID!) { user(id: $id) { id } }", new { id })).GetProperty("user").ValueKind);
    }

    [Fact]
    public async Task SecondFactor_AskedOfEverybody_IsAllThatCanBeDone()
    {
        using var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("graph-factors"));
        using var user = await SignedIn.AsAsync(fixture.Gateway, "graph-factors", Roles.Analyst);

        var configured = await owner.DataAsync("mutation { configureTenant(settings: { secondFactorRequired: true }) { secondFactorRequired requiresApproval } }");

        Assert.Equal("""{"secondFactorRequired":true,"requiresApproval":false}""", configured.GetProperty("configureTenant").GetRawText());
        Assert.Equal("SECOND_FACTOR_SET_UP_REQUIRED", (await user.Client.RefusalAsync("{ lists { name } }")).Text("code"));
    }

    [Fact]
    public async Task Invite_WithMembersThatAreWrong_SaysAllOfThem()
    {
        using var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("graph-wrong-people"));

        var refusal = await owner.RefusalAsync(Invite, new { user = new { email = "x", name = "", roles = Array.Empty<string>() } });

        Assert.Equal(["EMAIL_INVALID", "NAME_LENGTH", "ROLES_MISSING"], refusal.GetProperty("errors").EnumerateArray().Select(static error => error.Text("code")));
    }
}
