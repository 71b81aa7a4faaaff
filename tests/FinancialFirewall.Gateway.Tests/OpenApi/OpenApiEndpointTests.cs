using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.OpenApi;

[Collection(GatewayCollection.Name)]
public sealed class OpenApiEndpointTests(GatewayFixture fixture)
{
    private const string Path = "/openapi/v1.json";

    [Fact]
    public async Task Get_Document_SaysWhoMayAskEach()
    {
        using var response = await fixture.Gateway.Client.GetAsync(Path);
        var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(("application/json", 200), (response.Content.Headers.ContentType!.ToString(), (int)response.StatusCode));
        var erase = document.GetProperty("paths").GetProperty("/api/v1/persons/erase").GetProperty("post");
        Assert.Equal("ERASE_PERSONS", erase.Text("x-permission"));
        Assert.Equal(["OWNER"], erase.GetProperty("x-roles").EnumerateArray().Select(static role => role.GetString()));
        Assert.EndsWith("\n\nTakes the role OWNER.", erase.Text("description"), StringComparison.Ordinal);
        Assert.Equal("""[{"bearerKey":[]},{"headerKey":[]},{"session":[],"csrfToken":[]}]""", erase.GetProperty("security").GetRawText());
        var live = document.GetProperty("paths").GetProperty("/health/live").GetProperty("get");
        Assert.Equal(("[]", false), (live.GetProperty("security").GetRawText(), live.TryGetProperty("x-permission", out _)));
        Assert.Equal("""[{"session":[]}]""", document.GetProperty("paths").GetProperty("/api/v1/users/me").GetProperty("get").GetProperty("security").GetRawText());
    }

    [Fact]
    public async Task Get_DocumentThatWasSeen_IsNotSentAgain()
    {
        using var first = await fixture.Gateway.Client.GetAsync(Path);
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await fixture.Gateway.Client.SendAsync(request);

        Assert.Equal((304, first.Headers.ETag, ""), ((int)second.StatusCode, second.Headers.ETag, await second.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Get_Document_IsTheSameForEverybody()
        => Assert.Equal(await fixture.Gateway.Client.GetStringAsync(Path), await fixture.Gateway.OtherClient.GetStringAsync(Path));

    [Fact]
    public async Task Get_Document_TakesWhatIntrospectionTakes()
    {
        using var stranger = fixture.Gateway.CreateClient(null);
        using var service = fixture.Gateway.CreateClient(await fixture.Gateway.IssueKeyAsync("demo", Roles.Service));

        Assert.Equal("API_KEY_UNKNOWN", await stranger.RefusedAsync("GET", Path, null, 401));
        Assert.Equal("ROLE_MISSING", await service.RefusedAsync("GET", Path, null, 403));
    }

    [Theory]
    [InlineData("/openapi", "text/html; charset=utf-8")]
    [InlineData("/openapi/page.js", "text/javascript; charset=utf-8")]
    [InlineData("/openapi/page.css", "text/css; charset=utf-8")]
    public async Task Get_Page_RunsNothingButItsOwnScript(string path, string type)
    {
        using var stranger = fixture.Gateway.CreateClient(null);
        using var response = await stranger.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(type, response.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_FileThatThePageDoesNotHave_IsNotFound()
    {
        using var stranger = fixture.Gateway.CreateClient(null);

        Assert.Equal(404, (int)(await stranger.GetAsync("/openapi/nothing.js")).StatusCode);
    }
}
