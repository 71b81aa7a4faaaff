using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Users;

[Collection(GatewayCollection.Name)]
public sealed class UsersEndpointTests(GatewayFixture fixture)
{
    private const string Users = "/api/v1/users";

    private HttpClient Owner => fixture.Gateway.Client;

    [Fact]
    public async Task Post_User_IsListedAndItsLinkShownOnce()
    {
        var issued = await Owner.SendAsync("POST", Users, """{"email":"listed@example.com","name":"Listed","roles":["AUDITOR","ANALYST"]}""", 201);
        var user = issued.GetProperty("user");

        Assert.Equal(("listed@example.com", "Listed", "INVITED", issued.Text("expiresAt")), (user.Text("email"), user.Text("name"), user.Text("status"), user.Text("linkExpiresAt")));
        var found = await Owner.SendAsync("GET", $"{Users}/{user.Text("id")}", null, 200);
        Assert.Equal(user.GetRawText(), found.GetRawText());
        Assert.DoesNotContain(issued.Text("token")!, (await Owner.SendAsync("GET", Users, null, 200)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Patch_WhatWasRead_ChangesNothingButWhatDiffers()
    {
        var user = await SignedIn.UserAsync(fixture.Gateway, "demo", Roles.Analyst);
        var read = (await Owner.SendAsync("GET", $"{Users}/{user.Id}", null, 200)).GetRawText();

        Assert.Equal(read, (await Owner.SendAsync("PATCH", $"{Users}/{user.Id}", read, 200)).GetRawText());
        var changed = await Owner.SendAsync("PATCH", $"{Users}/{user.Id}", """{"roles":["RISK_MANAGER"]}""", 200);
        Assert.Equal((user.Name, "RISK_MANAGER"), (changed.Text("name"), Assert.Single(changed.GetProperty("roles").EnumerateArray().ToList()).GetString()));
    }

    [Fact]
    public async Task Lock_SignedInUser_IsOutAtOnce()
    {
        using var user = await SignedIn.AsAsync(fixture.Gateway, "demo", Roles.Analyst);
        var path = $"{Users}/{user.User.Id}";
        Assert.Equal("LOCKED", (await Owner.SendAsync("POST", $"{path}/lock", """{"reason":"left the bank"}""", 200)).Text("status"));
        Assert.Equal("SESSION_ENDED", await user.Client.RefusedAsync("GET", "/api/v1/session", null, 401));
        Assert.Equal("USER_LOCKED", await user.Client.RefusedAsync("POST", "/api/v1/session", user.Body(), 403));

        Assert.Equal("ACTIVE", (await Owner.SendAsync("POST", $"{path}/unlock", null, 200)).Text("status"));
        await user.SignInAsync();
        await Owner.SendAsync("DELETE", $"{path}/sessions", null, 200);
        Assert.Equal("SESSION_ENDED", await user.Client.RefusedAsync("GET", "/api/v1/session", null, 401));
        await Owner.SendAsync("DELETE", path, null, 200);
        await user.Client.SendAsync("POST", "/api/v1/session", user.Body(), 401);
    }

    [Fact]
    public async Task Sessions_OfSomebody_AreListedAndEndedOneByOne()
    {
        using var user = await SignedIn.AsAsync(fixture.Gateway, "demo", Roles.Analyst);
        var path = $"{Users}/{user.User.Id}/sessions";
        var session = Assert.Single((await Owner.SendAsync("GET", path, null, 200)).EnumerateArray());
        Assert.Equal(("127.0.0.1", false), (session.Text("source"), session.GetProperty("isCurrent").GetBoolean()));
        var own = Assert.Single((await user.Client.SendAsync("GET", $"{Users}/me/sessions", null, 200)).EnumerateArray());
        Assert.Equal((session.Text("id"), true), (own.Text("id"), own.GetProperty("isCurrent").GetBoolean()));

        await Owner.SendAsync("DELETE", $"{path}/{session.Text("id")}", null, 204);

        Assert.Equal("SESSION_ENDED", await user.Client.RefusedAsync("GET", "/api/v1/session", null, 401));
        Assert.Equal(0, (await Owner.SendAsync("GET", path, null, 200)).GetArrayLength());
        Assert.Equal("SESSION_NOT_FOUND", await Owner.RefusedAsync("DELETE", $"{path}/{session.Text("id")}", null, 404));
    }

    [Theory]
    [InlineData("GET", "/0123456789abcdef/sessions", null, 404, "USER_NOT_FOUND")]
    [InlineData("DELETE", "/0123456789abcdef/sessions", null, 404, "USER_NOT_FOUND")]
    [InlineData("DELETE", "/0123456789abcdef/sessions/0123456789abcdef", null, 404, "SESSION_NOT_FOUND")]
    [InlineData("POST", "", """{"email":"x","name":"","roles":[]}""", 400, "EMAIL_INVALID NAME_LENGTH ROLES_MISSING")]
    [InlineData("POST", "", """{"email":"x@y","name":"X","roles":["ADMIN"]}""", 400, "ROLE_UNKNOWN")]
    [InlineData("POST", "", """{"email":"x@y","name":"X","roles":["OWNER"],"password":"mine"}""", 400, "JSON_MALFORMED")]
    [InlineData("PATCH", "/0123456789abcdef", """{"name":"X"}""", 404, "USER_NOT_FOUND")]
    [InlineData("PATCH", "/0123456789abcdef", """{"roles":[]}""", 400, "ROLES_MISSING")]
    [InlineData("POST", "/0123456789abcdef/lock", """{"reason":""}""", 400, "REASON_LENGTH")]
    [InlineData("POST", "/0123456789abcdef/link", "{}", 404, "USER_NOT_FOUND")]
    [InlineData("POST", "/0123456789abcdef/second-factor/reset", "{}", 404, "USER_NOT_FOUND")]
    [InlineData("DELETE", "/0123456789abcdef", null, 404, "USER_NOT_FOUND")]
    public async Task Users_BadRequest_SaysWhatIsWrong(string method, string path, string? body, int status, string codes)
    {
        var problem = await Owner.SendAsync(method, Users + path, body, status);

        Assert.Equal(codes, string.Join(' ', problem.GetProperty("errors").EnumerateArray().Select(error => error.Text("code"))));
    }
}
