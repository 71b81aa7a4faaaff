using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Toggles;

/// <summary>A gateway of its own, and one test after the other: toggles decide what becomes of payments.</summary>
public sealed class ToggleEndpointsTests : IAsyncLifetime
{
    private const string Root = "/api/v1/fraud-api-toggle";
    private const string Path = Root + "/configurations";

    private RunningGateway? gateway;

    private HttpClient Client => gateway!.Client;

    /// <summary>Takes away the toggle of the demo policy, so that each test begins with none.</summary>
    public async Task InitializeAsync()
    {
        gateway = await RunningGateway.StartAsync();
        using var toggles = JsonDocument.Parse(await Client.GetStringAsync($"{Path}/tenant/demo"));
        foreach (var toggle in toggles.RootElement.EnumerateArray())
        {
            using var deleted = await Client.DeleteAsync($"{Path}/{toggle.GetProperty("id").GetString()}");
        }
    }

    public async Task DisposeAsync() => await gateway!.DisposeAsync();

    [Fact]
    public async Task Toggle_IsCreatedFoundChangedAndDeleted()
    {
        Assert.Equal("[]", await Client.GetStringAsync(Path));

        using var created = await SendAsync(HttpMethod.Post, Path, """{"paymentType":"CARD","isEnabled":false,"disabledReason":"maintenance","createdBy":"ann"}""");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var body = await created.Content.ReadAsStringAsync();
        using var toggle = JsonDocument.Parse(body);
        Assert.Equal(("demo", "CARD", 100, true, "ann"), (
            Text(toggle, "tenantId"), Text(toggle, "paymentType"), toggle.RootElement.GetProperty("priority").GetInt32(),
            toggle.RootElement.GetProperty("isActive").GetBoolean(), Text(toggle, "createdBy")));
        var address = created.Headers.Location!.OriginalString;
        Assert.Equal($"{Path}/{Text(toggle, "id")}", address);
        Assert.Equal(body, await Client.GetStringAsync(address));
        Assert.Equal($"[{body}]", await Client.GetStringAsync(Path));

        // What was read can be written back, with what the server owns in it.
        using var replaced = await SendAsync(HttpMethod.Put, address, body.Replace("maintenance", "upgrade", StringComparison.Ordinal), created.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        Assert.NotEqual(created.Headers.ETag, replaced.Headers.ETag);
        using var stale = await SendAsync(HttpMethod.Put, address, body, created.Headers.ETag);
        Assert.Equal((412, "TOGGLE_CHANGED"), ((int)stale.StatusCode, (await Problem.ReadAsync(stale)).Errors[0].Code));

        using var deleted = await SendAsync(HttpMethod.Delete, address, null, replaced.Headers.ETag);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal("TOGGLE_UNKNOWN", (await Problem.ReadAsync(await Client.GetAsync(address))).Errors[0].Code);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Delete, address, null)).StatusCode);
    }

    [Fact]
    public async Task Disable_HoldsForTheVeryNextPaymentAndCheckSaysWhy()
    {
        const string Large = "95000.00";
        Assert.NotEqual("APPROVE", await DecideAsync("r1", Large));

        using var off = await SendAsync(HttpMethod.Post, $"{Root}/disable", """{"tenantId":"demo","reason":"maintenance","createdBy":"ann"}""");
        Assert.Equal(HttpStatusCode.OK, off.StatusCode);
        Assert.Equal("APPROVE", await DecideAsync("r2", Large));
        using var whole = JsonDocument.Parse(await off.Content.ReadAsStringAsync());
        using var check = JsonDocument.Parse(await Client.GetStringAsync($"{Root}/check?tenantId=demo&paymentType=CARD"));
        Assert.Equal(("demo", "CARD", "ALL", "ALL", false, "TENANT"), (
            Text(check, "tenantId"), Text(check, "paymentType"), Text(check, "localInstrumentationCode"), Text(check, "clearingSystemCode"),
            check.RootElement.GetProperty("isEnabled").GetBoolean(), Text(check, "level")));
        Assert.Equal(Text(whole, "id"), check.RootElement.GetProperty("toggle").GetProperty("id").GetString());

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Post, $"{Root}/enable", """{"paymentType":"CARD","reason":"cards stay on"}""")).StatusCode);
        using var card = JsonDocument.Parse(await Client.GetStringAsync($"{Root}/check?paymentType=CARD"));
        var other = Assert.Single(card.RootElement.GetProperty("others").EnumerateArray());
        Assert.Equal((true, "LESS_SPECIFIC"), (card.RootElement.GetProperty("isEnabled").GetBoolean(), other.GetProperty("reason").GetString()));

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Post, $"{Root}/toggle", """{"reason":"over"}""")).StatusCode);
        Assert.NotEqual("APPROVE", await DecideAsync("r3", Large));
    }

    [Fact]
    public async Task Views_SayWhatAppliesNowLaterAndNoMore()
    {
        await CreateAsync("""{"paymentType":"A","isEnabled":true}""");
        await CreateAsync("""{"paymentType":"B","isEnabled":false,"effectiveUntil":"2020-01-01T00:00:00Z","priority":7}""");
        await CreateAsync("""{"paymentType":"C","isEnabled":true,"isActive":false}""");
        using var scheduled = await SendAsync(HttpMethod.Post, $"{Path}/schedule", """{"paymentType":"D","isEnabled":false,"effectiveFrom":"2199-01-01T00:00:00Z"}""");
        Assert.Equal(HttpStatusCode.Created, scheduled.StatusCode);

        Assert.Equal(["A", "B", "D"], await TypesAsync(Path));
        Assert.Equal(["A"], await TypesAsync($"{Path}/effective"));
        Assert.Equal(["D"], await TypesAsync($"{Path}/future"));
        Assert.Equal(["B"], await TypesAsync($"{Path}/expired"));
        Assert.Equal(["A", "B", "C", "D"], await TypesAsync($"{Path}/tenant/demo"));
        Assert.Equal(["B", "A"], await TypesAsync($"{Path}/tenant/demo?sortBy=priority&size=2"));
        Assert.Equal(["C"], await TypesAsync($"{Path}/tenant/demo?page=1&size=1&sortBy=createdAt&sortDir=desc"));
        using var statistics = JsonDocument.Parse(await Client.GetStringAsync($"{Root}/statistics"));
        Assert.Equal(
            (4, 3, 1, 1, 1, 1, 0),
            (Number(statistics, "totalConfigurations"), Number(statistics, "activeConfigurations"), Number(statistics, "effectiveConfigurations"),
                Number(statistics, "futureConfigurations"), Number(statistics, "expiredConfigurations"), Number(statistics, "enabledConfigurations"),
                Number(statistics, "disabledConfigurations")));
        Assert.Equal(1, statistics.RootElement.GetProperty("effectiveByLevel").GetProperty("PAYMENT_TYPE").GetInt32());
    }

    [Fact]
    public async Task Refresh_SaysThatAllAgree()
    {
        await CreateAsync("""{"isEnabled":true}""");

        using var refreshed = JsonDocument.Parse(await (await Client.PostAsync($"{Root}/cache/refresh", null)).Content.ReadAsStringAsync());

        Assert.Equal("All 128 partitions and shards work by policy version 4.", Text(refreshed, "message"));
        Assert.Equal((4, 128, 0), (Number(refreshed, "policyVersion"), Number(refreshed, "asked"), Number(refreshed, "behind")));
    }

    [Fact]
    public async Task AnotherTenant_SeesAndChangesNothing()
    {
        await CreateAsync("""{"isEnabled":false}""");
        using var mine = JsonDocument.Parse(await Client.GetStringAsync(Path));
        var id = mine.RootElement[0].GetProperty("id").GetString();
        var other = gateway!.OtherClient;

        Assert.DoesNotContain(id!, await other.GetStringAsync(Path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{Path}/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync($"{Path}/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PutAsync($"{Path}/{id}", Payments.Json("""{"isEnabled":true}"""))).StatusCode);
        Assert.Equal("TENANT_UNKNOWN", (await Problem.ReadAsync(await other.GetAsync($"{Path}/tenant/demo"))).Errors[0].Code);
        Assert.Equal("TENANT_UNKNOWN", (await Problem.ReadAsync(await other.GetAsync($"{Root}/check?tenantId=demo"))).Errors[0].Code);
        Assert.Equal("TENANT_UNKNOWN", (await Problem.ReadAsync(await other.PostAsync($"{Root}/enable", Payments.Json("""{"tenantId":"demo"}""")))).Errors[0].Code);
        Assert.Single(mine.RootElement.EnumerateArray());
    }

    private static string? Text(JsonDocument document, string member) => document.RootElement.GetProperty(member).GetString();

    private static int Number(JsonDocument document, string member) => document.RootElement.GetProperty(member).GetInt32();

    private async Task<string?> DecideAsync(string reference, string amount)
    {
        using var response = await Client.PostAsync("/api/v1/fraud-risk/assessments", Payments.Json(Payments.Small(reference, "ACC-1", amount)));
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return Text(answer, "decision");
    }

    private async Task<List<string?>> TypesAsync(string address)
    {
        using var found = JsonDocument.Parse(await Client.GetStringAsync(address));
        return [.. found.RootElement.EnumerateArray().Select(static toggle => toggle.GetProperty("paymentType").GetString())];
    }

    private async Task CreateAsync(string body)
    {
        using var created = await SendAsync(HttpMethod.Post, Path, body);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
    }

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
