using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Policies;

/// <summary>Requests that are wrong, and what is said about them.</summary>
[Collection(GatewayCollection.Name)]
public sealed class PolicyRefusalTests(GatewayFixture fixture)
{
    private const string Path = "/api/v1/policy";

    private HttpClient Client => fixture.Gateway.Client;

    [Theory]
    [InlineData("GET", "/versions?size=0", null, 400, "QUERY_INVALID")]
    [InlineData("GET", "/versions?page=1", null, 400, "QUERY_UNKNOWN")]
    [InlineData("GET", "/versions/999999", null, 404, "POLICY_VERSION_UNKNOWN")]
    [InlineData("GET", "/versions/0/document", null, 404, "POLICY_VERSION_UNKNOWN")]
    [InlineData("GET", "/versions/1/comparison?with=999999", null, 404, "POLICY_VERSION_UNKNOWN")]
    [InlineData("POST", "/versions/999999/restore", "{}", 404, "POLICY_VERSION_UNKNOWN")]
    [InlineData("PUT", "/document", """{"baseCurrency":"EURO"}""", 400, "CURRENCY_UNKNOWN")]
    [InlineData("POST", "/drafts", "{}", 400, "NAME_LENGTH")]
    [InlineData("POST", "/drafts", """{"name":"x","colour":"red"}""", 400, "JSON_MALFORMED")]
    [InlineData("POST", "/drafts", """{"name":"x","fromVersion":999999}""", 404, "POLICY_VERSION_UNKNOWN")]
    [InlineData("POST", "/drafts/6f9619ff-8b86-4d01-b42d-00cf4fc964ff/publish", "{}", 404, "DRAFT_UNKNOWN")]
    public async Task Request_ThatIsWrong_IsRefusedAndChangesNothing(string method, string path, string? body, int status, string code)
    {
        var (before, drafts) = (await Client.GetStringAsync(Path), await Client.GetStringAsync(Path + "/drafts"));

        Assert.Equal(code, await Client.RefusedAsync(method, Path + path, body, status));
        Assert.Equal((before, drafts), (await Client.GetStringAsync(Path), await Client.GetStringAsync(Path + "/drafts")));
    }
}
