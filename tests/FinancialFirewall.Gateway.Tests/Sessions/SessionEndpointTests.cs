using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Users;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Sessions;

[Collection(GatewayCollection.Name)]
public sealed class SessionEndpointTests(GatewayFixture fixture)
{
    private const string Session = "/api/v1/session";
    private const string Me = "/api/v1/users/me";

    private HttpClient Owner => fixture.Gateway.Client;

    [Fact]
    public async Task SignIn_RightPassword_GivesACookieThatNoScriptReads()
    {
        using var user = await SignedIn.AsAsync(fixture.Gateway, "demo", Roles.Analyst);
        using var client = fixture.Gateway.CreateClient(null);
        using var content = Payments.Json(user.Body());
        using var response = await client.PostAsync(Session, content);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^ff-session=ffs_demo_[A-Za-z0-9_-]{43}; expires=[^;]+; path=/; samesite=strict; httponly$", cookie);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        var found = await user.Client.SendAsync("GET", Session, null, 200);
        Assert.Equal(("demo", user.User.Email), (found.Text("tenantId"), found.GetProperty("user").Text("email")));
        Assert.Equal(user.Client.DefaultRequestHeaders.GetValues("X-CSRF-Token").Single(), found.Text("csrfToken"));
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task SignIn_UserTenantOrPasswordUnknown_IsRefusedAlike()
    {
        var user = await SignedIn.UserAsync(fixture.Gateway, "demo", Roles.Analyst);
        string[] bodies =
        [
            $$"""{"tenantId":"demo","email":"{{user.Email}}","password":"wrong"}""",
            """{"tenantId":"demo","email":"nobody@example.com","password":"wrong"}""",
            $$"""{"tenantId":"other","email":"{{user.Email}}","password":"{{SignedIn.Password}}"}""",
            $$"""{"tenantId":"nobody","email":"{{user.Email}}","password":"{{SignedIn.Password}}"}""",
        ];
        using var client = fixture.Gateway.CreateClient(null);
        var answers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var body in bodies)
        {
            answers.Add((await client.SendAsync("POST", Session, body, 401)).GetRawText());
        }

        Assert.Contains("SIGN_IN_REFUSED", Assert.Single(answers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_TooManyFailures_SaysWhenToTryAgain()
    {
        var user = await SignedIn.UserAsync(fixture.Gateway, "demo", Roles.Analyst);
        using var client = fixture.Gateway.CreateClient(null);
        foreach (var email in new[] { user.Email, "stranger@example.com" })
        {
            var body = $$"""{"tenantId":"demo","email":"{{email}}","password":"wrong"}""";
            for (var failure = 1; failure <= LockOut.FirstFailure; failure++)
            {
                await client.SendAsync("POST", Session, body, 401);
            }

            using var content = Payments.Json(body);
            using var refused = await client.PostAsync(Session, content);
            Assert.Equal(429, (int)refused.StatusCode);
            Assert.InRange(int.Parse(Assert.Single(refused.Headers.GetValues("Retry-After")), System.Globalization.CultureInfo.InvariantCulture), 1, 30);
        }
    }

    [Theory]
    [InlineData("{}", "tenantId email password")]
    [InlineData("""{"tenantId":"NO","email":"a@b","password":"x"}""", "tenantId")]
    [InlineData("""{"tenantId":"demo","email":"a@b","passwort":"x"}""", "passwort")]
    [InlineData("[", "")]
    public async Task SignIn_BadRequest_SaysWhatIsWrong(string body, string members)
    {
        using var client = fixture.Gateway.CreateClient(null);
        var problem = await client.SendAsync("POST", Session, body, 400);

        Assert.Equal(members.Split(' '), problem.GetProperty("errors").EnumerateArray().Select(error => error.Text("member")));
    }

    [Fact]
    public async Task Delete_Session_IsOverForTheNextRequest()
    {
        using var user = await SignedIn.AsAsync(fixture.Gateway, "demo", Roles.Analyst);
        var cookie = user.Cookies.Single().Value;

        await user.Client.SendAsync("DELETE", Session, null, 204);

        Assert.Empty(user.Cookies);
        using var client = fixture.Gateway.CreateClient(null);
        client.DefaultRequestHeaders.Add("Cookie", $"ff-session={cookie}");
        Assert.Equal("SESSION_ENDED", await client.RefusedAsync("GET", Session, null, 401));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Change_WithACookieAndNotItsToken_IsRefusedAndReadingIsNot(string? token)
    {
        using var user = await SignedIn.AsAsync(fixture.Gateway, "demo", Roles.Owner);
        user.Client.DefaultRequestHeaders.Remove("X-CSRF-Token");
        if (token is not null)
        {
            user.Client.DefaultRequestHeaders.TryAddWithoutValidation("X-CSRF-Token", token);
        }

        Assert.Equal("CSRF_TOKEN_WRONG", await user.Client.RefusedAsync("POST", "/api/v1/keys", """{"label":"stolen","roles":["OWNER"]}""", 403));
        Assert.Equal("CSRF_TOKEN_WRONG", await user.Client.RefusedAsync("DELETE", Session, null, 403));
        await user.Client.SendAsync("GET", "/api/v1/keys", null, 200);
    }

    [Fact]
    public async Task Change_ByAUser_HasTheUserAsItsActor()
    {
        using var user = await SignedIn.AsAsync(fixture.Gateway, "demo", Roles.Owner);
        var key = await user.Client.SendAsync("POST", "/api/v1/keys", """{"label":"by a person","roles":["AUDITOR"]}""", 201);

        var entry = Assert.Single((await Owner.SendAsync("GET", $"/api/v1/audit?target=key/{key.GetProperty("key").Text("id")}", null, 200)).EnumerateArray().ToList());
        var actor = entry.GetProperty("actor");
        Assert.Equal(("USER", user.User.Id, "demo", "127.0.0.1"), (actor.Text("kind"), actor.Text("id"), actor.Text("tenantId"), actor.Text("source")));
    }

    [Fact]
    public async Task Password_Changed_EndsTheOtherSessions()
    {
        using var user = await SignedIn.AsAsync(fixture.Gateway, "demo", Roles.Analyst);
        var mine = (await user.Client.SendAsync("GET", Session, null, 200)).GetProperty("session").Text("id");
        using var elsewhere = fixture.Gateway.CreateClient(null);
        await elsewhere.SendAsync("POST", Session, user.Body(), 200);
        Assert.Equal(2, (await SessionsAsync()).Count);

        Assert.Equal("PASSWORD_WRONG", await ChangeAsync("wrong", "an entirely new one", 403));
        Assert.Equal("PASSWORD_LENGTH", await ChangeAsync(SignedIn.Password, "short", 400));
        Assert.Equal("PASSWORD_OWN_NAME", await ChangeAsync(SignedIn.Password, $"I am {user.User.Name}!", 400));
        await user.Client.SendAsync("POST", $"{Me}/password", $$"""{"currentPassword":"{{SignedIn.Password}}","newPassword":"an entirely new one"}""", 204);

        Assert.Equal([mine], await SessionsAsync());
        await elsewhere.SendAsync("POST", Session, user.Body(), 401);

        async Task<string> ChangeAsync(string current, string wanted, int status)
            => await user.Client.RefusedAsync("POST", $"{Me}/password", $$"""{"currentPassword":"{{current}}","newPassword":"{{wanted}}"}""", status);

        async Task<IReadOnlyList<string?>> SessionsAsync()
            => [.. (await user.Client.SendAsync("GET", $"{Me}/sessions", null, 200)).EnumerateArray().Select(session => session.Text("id"))];
    }

    [Fact]
    public async Task Sessions_EndedElsewhere_AreGone()
    {
        using var user = await SignedIn.AsAsync(fixture.Gateway, "demo", Roles.Analyst);
        var first = (await user.Client.SendAsync("GET", Session, null, 200)).GetProperty("session").Text("id");
        await user.SignInAsync();
        await user.Client.SendAsync("DELETE", $"{Me}/sessions/{first}", null, 204);
        Assert.Equal("SESSION_NOT_FOUND", await user.Client.RefusedAsync("DELETE", $"{Me}/sessions/{first}", null, 404));
        await user.SignInAsync();
        Assert.Equal(1, (await user.Client.SendAsync("DELETE", $"{Me}/sessions", null, 200)).GetProperty("ended").GetInt32());

        var left = Assert.Single((await user.Client.SendAsync("GET", $"{Me}/sessions", null, 200)).EnumerateArray().ToList());
        Assert.True(left.GetProperty("isCurrent").GetBoolean());
    }

    [Fact]
    public async Task SecondFactor_SetUp_IsAskedForFromThenOn()
    {
        using var user = await SignedIn.AsAsync(fixture.Gateway, "demo", Roles.Analyst);
        Assert.Equal("PASSWORD_WRONG", await user.Client.RefusedAsync("POST", $"{Me}/second-factor", """{"password":"wrong"}""", 403));
        var offered = await user.Client.SendAsync("POST", $"{Me}/second-factor", $$"""{"password":"{{SignedIn.Password}}"}""", 200);
        Assert.Contains($"secret={offered.Text("secret")}&", offered.Text("uri"), StringComparison.Ordinal);
        await user.SignInAsync();

        Assert.Equal("SECOND_FACTOR_WRONG", await user.Client.RefusedAsync("POST", $"{Me}/second-factor/confirm", """{"code":"abcdef"}""", 400));
        var codes = await ConfirmAsync(user, offered.Text("secret")!);
        Assert.Equal(RecoveryCode.Count, codes.Count);

        using var elsewhere = fixture.Gateway.CreateClient(null);
        Assert.Equal("SECOND_FACTOR_REQUIRED", await elsewhere.RefusedAsync("POST", Session, user.Body(), 401));
        Assert.Equal("SECOND_FACTOR_WRONG", await elsewhere.RefusedAsync("POST", Session, user.Body(""","code":"abcdef" """), 401));
        await user.SignInAsync($$""","recoveryCode":"{{codes[0]}}" """);

        var renewed = await user.Client.SendAsync("POST", $"{Me}/second-factor/recovery-codes", $$"""{"password":"{{SignedIn.Password}}"}""", 200);
        Assert.Equal("SECOND_FACTOR_WRONG", await elsewhere.RefusedAsync("POST", Session, user.Body($$""","recoveryCode":"{{codes[1]}}" """), 401));
        await user.SignInAsync($$""","recoveryCode":"{{renewed.GetProperty("recoveryCodes")[0].GetString()}}" """);
        await user.Client.SendAsync("POST", $"{Me}/second-factor/remove", $$"""{"password":"{{SignedIn.Password}}"}""", 200);
        await user.SignInAsync();
    }

    [Fact]
    public async Task SecondFactor_TenantAsksForOne_NothingElseCanBeDoneWithout()
    {
        using var user = await SignedIn.AsAsync(fixture.Gateway, "other", Roles.Owner);
        await user.Client.SendAsync("PATCH", "/api/v1/tenants/other", """{"secondFactorRequired":true}""", 200);
        try
        {
            Assert.Equal("SECOND_FACTOR_SET_UP_REQUIRED", await user.Client.RefusedAsync("GET", "/api/v1/keys", null, 403));
            Assert.True((await user.SignInAsync()).GetProperty("mustSetUpSecondFactor").GetBoolean());
            var offered = await user.Client.SendAsync("POST", $"{Me}/second-factor", $$"""{"password":"{{SignedIn.Password}}"}""", 200);
            await ConfirmAsync(user, offered.Text("secret")!);

            await user.Client.SendAsync("GET", "/api/v1/keys", null, 200);
            Assert.Equal("SECOND_FACTOR_NEEDED", await user.Client.RefusedAsync("POST", $"{Me}/second-factor/remove", $$"""{"password":"{{SignedIn.Password}}"}""", 409));
        }
        finally
        {
            await fixture.Gateway.OtherClient.SendAsync("PATCH", "/api/v1/tenants/other", """{"secondFactorRequired":false}""", 200);
        }
    }

    /// <summary>Confirms a second factor by the code of the machine's own clock, which the firewall goes by too.</summary>
    private static async Task<IReadOnlyList<string>> ConfirmAsync(SignedIn user, string secret)
    {
        var code = AuthenticatorApp.Code(secret);
        JsonElement confirmed = await user.Client.SendAsync("POST", $"{Me}/second-factor/confirm", $$"""{"code":"{{code}}"}""", 200);
        return [.. confirmed.GetProperty("recoveryCodes").EnumerateArray().Select(made => made.GetString()!)];
    }
}
