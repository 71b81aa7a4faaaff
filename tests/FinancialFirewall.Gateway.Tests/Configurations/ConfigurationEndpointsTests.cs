using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Configurations;

/// <summary>A gateway of its own, and one test after the other: configurations decide what becomes of payments.</summary>
public sealed class ConfigurationEndpointsTests : IAsyncLifetime
{
    private const string Path = "/api/v1/fraud-risk/configurations";

    private RunningGateway? gateway;

    private HttpClient Client => gateway!.Client;

    public async Task InitializeAsync() => gateway = await RunningGateway.StartAsync();

    public async Task DisposeAsync() => await gateway!.DisposeAsync();

    [Fact]
    public async Task Configuration_IsCreatedFoundChangedAndDeleted_EachForTheVeryNextPayment()
    {
        Assert.Equal("APPROVE", await DecideAsync("r1"));
        using var created = await SendAsync(HttpMethod.Post, Path, Limit("20"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("REJECT", await DecideAsync("r2"));
        var body = await created.Content.ReadAsStringAsync();
        var one = JsonDocument.Parse(body).RootElement;
        Assert.Equal(("demo", "cards", "BOTH", "REAL_TIME", "1.0", true), (
            one.Text("tenantId"), one.Text("configurationName"), one.Text("paymentSource"), one.Text("riskAssessmentType"), one.Text("version"), one.GetProperty("isEnabled").GetBoolean()));
        var address = created.Headers.Location!.OriginalString;
        Assert.Equal($"{Path}/{one.Text("id")}", address);
        Assert.Equal(body, await Client.GetStringAsync(address));

        // What was read can be written back, with what the server owns and the masks of its secrets in it.
        Assert.Contains("\"apiKey\":\"********\"", body, StringComparison.Ordinal);
        using var replaced = await SendAsync(HttpMethod.Put, address, body.Replace("amount > 20", "amount > 80", StringComparison.Ordinal), created.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        Assert.Equal("APPROVE", await DecideAsync("r3"));
        using var stale = await SendAsync(HttpMethod.Put, address, body, created.Headers.ETag);
        Assert.Equal((412, "CONFIGURATION_CHANGED"), ((int)stale.StatusCode, (await Problem.ReadAsync(stale)).Errors[0].Code));
        using var moved = await SendAsync(HttpMethod.Put, address, body.Replace("bank.example", "evil.example", StringComparison.Ordinal));
        Assert.Equal(("SECRET_MASKED", "/bankFraudApiConfig/authentication/apiKey"), (await Problem.ReadAsync(moved)).Errors.Select(static error => (error.Code, error.Member)).Single());

        using var deleted = await SendAsync(HttpMethod.Delete, address, null, replaced.Headers.ETag);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal("CONFIGURATION_UNKNOWN", await Client.RefusedAsync("GET", address, null, 404));
        Assert.Equal("CONFIGURATION_UNKNOWN", await Client.RefusedAsync("DELETE", address, null, 404));
    }

    [Fact]
    public async Task Lists_ArePagedSortedAndFiltered_AndCheckSaysWhichOneDecides()
    {
        await Client.SendAsync("POST", Path, """{"configurationName":"b","paymentType":"CARD","priority":7,"isEnabled":false}""", 201);
        await Client.SendAsync("POST", Path, """{"configurationName":"a","paymentType":"GIRO","priority":1,"paymentSource":"CLEARING_SYSTEM"}""", 201);
        var demo = Assert.Single(await NamesAsync($"{Path}?paymentSource=BOTH&isEnabled=true"))!;

        Assert.Equal([demo, "b", "a"], await NamesAsync(Path));
        Assert.Equal([demo, "a"], await NamesAsync($"{Path}/active"));
        Assert.Equal(["b"], await NamesAsync($"{Path}?paymentType=CARD"));
        Assert.Equal(["b", "a"], (await NamesAsync($"{Path}?sortBy=configurationName&sortDir=desc")).Where(name => name != demo));
        using var page = await Client.GetAsync($"{Path}?sortBy=createdAt&size=1&page=1");
        Assert.Equal(("3", $"<{Path}?sortBy=createdAt&size=1>; rel=\"first\", <{Path}?sortBy=createdAt&size=1&page=2>; rel=\"next\", <{Path}?sortBy=createdAt&size=1>; rel=\"prev\""), (
            page.Headers.GetValues("X-Total-Count").Single(), page.Headers.GetValues("Link").Single()));

        var check = await Client.SendAsync("GET", $"{Path}/check?paymentType=GIRO&paymentSource=CLEARING_SYSTEM", null, 200);
        Assert.Equal("a", check.GetProperty("configuration").Text("configurationName"));
        Assert.Equal(["DISABLED"], check.GetProperty("others").EnumerateArray().Where(other => other.Text("configurationName") == "b").Select(static other => other.Text("reason")));
    }

    private static string Limit(string amount) => $$"""
        {"configurationName":"cards","riskRules":{"customRules":[{"name":"over","expression":"amount > {{amount}}","weight":0.9}]},"createdBy":"ann",
         "bankFraudApiConfig":{"apiUrl":"https://bank.example/v1","enabled":false,"authentication":{"type":"API_KEY","apiKey":"k1"} } }
        """;

    private async Task<List<string?>> NamesAsync(string address)
        => [.. (await Client.SendAsync("GET", address, null, 200)).EnumerateArray().Select(static one => one.Text("configurationName"))];

    private async Task<string?> DecideAsync(string reference)
        => (await Client.SendAsync("POST", "/api/v1/fraud-risk/assessments", Payments.Small(reference), 201)).Text("decision");

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? body, EntityTagHeaderValue? seen = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : Payments.Json(body) };
        if (seen is not null)
        {
            request.Headers.IfMatch.Add(seen);
        }

        return await Client.SendAsync(request);
    }
}
