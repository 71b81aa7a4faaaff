using System.Security.Cryptography;
using System.Text;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Tests.Running;
using FinancialFirewall.Grains.Users;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Gateway.Tests.Sessions;

[Collection(GatewayCollection.Name)]
public sealed class LinkEndpointTests(GatewayFixture fixture)
{
    private const string Accept = "/api/v1/invitations/accept";
    private const string SetUp = "/api/v1/setup";

    [Fact]
    public async Task Accept_Invitation_SetsAPasswordOnce()
    {
        var issued = await fixture.Gateway.Client.SendAsync("POST", "/api/v1/users", """{"email":"Invited@example.com","name":"Invited One","roles":["ANALYST"]}""", 201);
        var token = issued.Text("token")!;
        Assert.Equal($"{fixture.Gateway.Address.GetLeftPart(UriPartial.Authority)}/invitation#{token}", issued.Text("link"));
        using var client = fixture.Gateway.CreateClient(null);

        Assert.Equal("PASSWORD_OWN_NAME", await client.RefusedAsync("POST", Accept, Body("I was invited, they say"), 400));
        Assert.Equal("PASSWORD_LENGTH", await client.RefusedAsync("POST", Accept, $$"""{"token":"{{token}}"}""", 400));
        var joined = await client.SendAsync("POST", Accept, Body("correct horse battery"), 200);
        Assert.Equal(("ACTIVE", "invited@example.com"), (joined.Text("status"), joined.Text("email")));
        Assert.Equal("LINK_INVALID", await client.RefusedAsync("POST", Accept, Body("correct horse battery"), 404));
        await client.SendAsync("POST", "/api/v1/session", """{"tenantId":"demo","email":"INVITED@example.com","password":"correct horse battery"}""", 200);

        string Body(string password) => $$"""{"token":"{{token}}","password":"{{password}}"}""";
    }

    [Theory]
    [InlineData(Accept, """{"password":"correct horse battery"}""")]
    [InlineData(Accept, """{"token":"ffi_demo_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","password":"correct horse battery"}""")]
    [InlineData(Accept, """{"token":"ffi_nobody_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","password":"correct horse battery"}""")]
    [InlineData(SetUp, """{"email":"a@example.com","name":"A","password":"correct horse battery"}""")]
    [InlineData(SetUp, """{"token":"ffo_demo_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","email":"a@example.com","name":"A","password":"correct horse battery"}""")]
    public async Task Post_TokenThatIsNotGood_IsRefusedAlike(string path, string body)
    {
        using var client = fixture.Gateway.CreateClient(null);

        Assert.Equal("LINK_INVALID", await client.RefusedAsync("POST", path, body, 404));
    }

    [Theory]
    [InlineData("/setup")]
    [InlineData("/invitation")]
    public async Task Get_Page_RunsNothingButItsOwnScript(string path)
    {
        using var client = fixture.Gateway.CreateClient(null);
        using var response = await client.GetAsync(path);
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var script = html[(html.IndexOf("<script>", StringComparison.Ordinal) + 8)..html.IndexOf("</script>", StringComparison.Ordinal)];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith($"default-src 'none'; script-src 'sha256-{hash}'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetUp_Link_MakesTheOwnerWhoCanSignIn()
    {
        var token = LinkToken.Write(LinkToken.SetUp, new TenantId("operator"), Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());
        await fixture.Gateway.Services.GetRequiredService<UserRegistry>().OfferSetUpAsync(new TenantId("operator"), LinkToken.Hash(token));
        using var client = fixture.Gateway.CreateClient(null);

        Assert.Equal("EMAIL_INVALID", await client.RefusedAsync("POST", SetUp, Body("nonsense"), 400));
        var owner = await client.SendAsync("POST", SetUp, Body("root@example.com"), 200);
        Assert.Equal(["OWNER"], owner.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        Assert.Equal("LINK_INVALID", await client.RefusedAsync("POST", SetUp, Body("root@example.com"), 404));
        var signedIn = await client.SendAsync("POST", "/api/v1/session", """{"tenantId":"operator","email":"root@example.com","password":"correct horse battery"}""", 200);
        Assert.Equal("operator", signedIn.Text("tenantId"));

        string Body(string email) => $$"""{"token":"{{token}}","email":"{{email}}","name":"Root","password":"correct horse battery"}""";
    }

    [Fact]
    public async Task Link_ForAUser_IsANewPassword()
    {
        using var user = await SignedIn.AsAsync(fixture.Gateway, "demo", Roles.Analyst);
        var issued = await fixture.Gateway.Client.SendAsync("POST", $"/api/v1/users/{user.User.Id}/link", null, 201);
        using var client = fixture.Gateway.CreateClient(null);

        await client.SendAsync("POST", Accept, $$"""{"token":"{{issued.Text("token")}}","password":"something quite different"}""", 200);

        Assert.Equal("SESSION_ENDED", await user.Client.RefusedAsync("GET", "/api/v1/session", null, 401));
        await client.SendAsync("POST", "/api/v1/session", user.Body(), 401);
    }
}
