using System.Net.Http.Headers;
using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Policies;

/// <summary>A gateway of its own, and one test after the other: the policy decides what becomes of payments.</summary>
public sealed class PolicyEndpointsTests : IAsyncLifetime
{
    private const string Path = "/api/v1/policy";
    private const string Configurations = "/api/v1/fraud-risk/configurations";
    private const string Engine = """
        {"configurationName":"engine","isEnabled":false,"bankFraudApiConfig":{"apiUrl":"https://bank.example/","enabled":false,
         "authentication":{"type":"BEARER_TOKEN","bearerToken":"very secret"}}}
        """;

    private RunningGateway? gateway;

    private HttpClient Client => gateway!.Client;

    public async Task InitializeAsync() => gateway = await RunningGateway.StartAsync();

    public async Task DisposeAsync() => await gateway!.DisposeAsync();

    [Fact]
    public async Task Versions_OfChanges_AreListedReadComparedAndRestored()
    {
        var created = await Client.SendAsync("POST", Configurations, Engine, 201);
        var key = (await Client.SendAsync("GET", "/api/v1/keys", null, 200))[0].Text("id");

        var versions = await Client.SendAsync("GET", $"{Path}/versions", null, 200);
        Assert.Equal([2, 1], versions.EnumerateArray().Select(static one => one.GetProperty("version").GetInt32()));
        var second = await Client.SendAsync("GET", $"{Path}/versions/2", null, 200);
        Assert.Equal(versions[0].GetRawText(), second.GetRawText());
        Assert.Equal(("CONFIGURATION_CREATED", $"configuration/{created.Text("id")}", "KEY", key, true), (
            second.Text("action"), second.Text("target"), second.GetProperty("author").Text("kind"), second.GetProperty("author").Text("id"), second.GetProperty("inForce").GetBoolean()));
        var difference = Assert.Single((await Client.SendAsync("GET", $"{Path}/versions/2/comparison", null, 200)).EnumerateArray());
        Assert.Equal(("CONFIGURATIONS", "engine", "ADDED"), (difference.Text("section"), difference.Text("name"), difference.Text("kind")));
        Assert.Equal("REMOVED", (await Client.SendAsync("GET", $"{Path}/versions/1/comparison?with=2", null, 200))[0].Text("kind"));
        Assert.DoesNotContain("very secret", await Client.GetStringAsync($"{Path}/versions/2/document"), StringComparison.Ordinal);
        Assert.DoesNotContain("very secret", await Client.GetStringAsync("/api/v1/audit/export"), StringComparison.Ordinal);

        Assert.Equal("POLICY_VERSION_CONFLICT", await RefusedWithTagAsync("POST", $"{Path}/versions/1/restore", "{}", "\"1\"", 409));
        var restored = await Client.SendAsync("POST", $"{Path}/versions/1/restore", """{"comment":"too strict"}""", 200);
        Assert.Equal(3, restored.GetProperty("version").GetInt32());
        var third = await Client.SendAsync("GET", $"{Path}/versions/3", null, 200);
        Assert.Equal(("POLICY_RESTORED", "too strict", 1), (third.Text("action"), third.Text("comment"), third.GetProperty("restoredVersion").GetInt32()));
        Assert.Equal("CONFIGURATION_UNKNOWN", await Client.RefusedAsync("GET", $"{Configurations}/{created.Text("id")}", null, 404));
    }

    [Fact]
    public async Task Document_GoesOutAndInAgain_UnchangedWithItsSecrets()
    {
        await Client.SendAsync("POST", Configurations, Engine, 201);
        using var read = await Client.GetAsync($"{Path}/document");
        var document = await read.Content.ReadAsStringAsync();
        Assert.Equal("\"2\"", read.Headers.ETag!.Tag);

        using var same = await SendAsync(HttpMethod.Put, $"{Path}/document", document, "\"2\"");
        Assert.Equal("\"2\"", same.Headers.ETag!.Tag);
        using var changed = await SendAsync(HttpMethod.Put, $"{Path}/document", document.Replace("\"engine\"", "\"engine 2\"", StringComparison.Ordinal), "\"2\"");
        Assert.Equal("\"3\"", changed.Headers.ETag!.Tag);

        var members = (await Client.SendAsync("GET", $"{Path}/versions/3/comparison", null, 200))[0].GetProperty("members");
        Assert.Equal(["/configurationName"], members.EnumerateArray().Select(static member => member.Text("pointer")));
        Assert.Equal("TAG_INVALID", await RefusedWithTagAsync("PUT", $"{Path}/document", document, "\"x\"", 400));
    }

    [Fact]
    public async Task Validation_OfABrokenFile_NamesEverythingAndPublishesNothing()
    {
        var found = await Client.SendAsync("POST", $"{Path}/validation", """
            {"baseCurrency":"EURO","configurations":[{"configurationName":"x","riskRules":{"customRules":[{"name":"a","expression":"1 +","weight":0.1}]}}]}
            """, 200);

        Assert.False(found.GetProperty("valid").GetBoolean());
        Assert.Equal(["/baseCurrency", "/configurations/0/riskRules/customRules/0/expression"], found.GetProperty("errors").EnumerateArray().Select(static error => error.Text("member")));
        Assert.Equal(1, (await Client.SendAsync("GET", Path, null, 200)).GetProperty("version").GetInt32());
        Assert.True((await Client.SendAsync("POST", $"{Path}/validation", await Client.GetStringAsync($"{Path}/document"), 200)).GetProperty("valid").GetBoolean());
    }

    [Fact]
    public async Task Draft_WithApproval_IsSubmittedRejectedAndApprovedBySomebodyElse()
    {
        const string Drafts = Path + "/drafts";
        using var other = gateway!.CreateClient(await gateway.IssueKeyAsync("demo", Roles.RiskManager));
        await Client.SendAsync("PATCH", "/api/v1/tenants/demo", """{"requiresApproval":true}""", 200);
        Assert.Equal("APPROVAL_REQUIRED", await Client.RefusedAsync("POST", Configurations, """{"configurationName":"x"}""", 409));
        Assert.Equal("APPROVAL_REQUIRED", await Client.RefusedAsync("POST", "/api/v1/fraud-api-toggle/disable", """{"paymentType":"CARD","reason":"now"}""", 409));
        await Client.SendAsync("POST", "/api/v1/fraud-api-toggle/enable", """{"paymentType":"CARD","reason":"now"}""", 200);

        var draft = await Client.SendAsync("POST", Drafts, """{"name":"spring","comment":"stricter on cards"}""", 201);
        var address = $"{Drafts}/{draft.Text("id")}";
        await Client.SendAsync("POST", $"{address}/configurations", """{"configurationName":"cards","paymentType":"CARD","riskRules":{"customRules":[{"name":"over","expression":"amount > 20","weight":0.9}]}}""", 201);
        Assert.Equal(["cards"], (await Client.SendAsync("GET", $"{address}/comparison", null, 200)).EnumerateArray().Select(static one => one.Text("name")));
        Assert.True((await Client.SendAsync("POST", $"{address}/validation", "{}", 200)).GetProperty("valid").GetBoolean());
        Assert.Equal("APPROVAL_REQUIRED", await Client.RefusedAsync("POST", $"{address}/publish", "{}", 409));
        Assert.Equal("SUBMITTED", (await Client.SendAsync("POST", $"{address}/submit", "{}", 200)).Text("status"));
        Assert.Equal("APPROVER_IS_AUTHOR", await Client.RefusedAsync("POST", $"{address}/approve", "{}", 403));
        Assert.Equal("REASON_LENGTH", await other.RefusedAsync("POST", $"{address}/reject", "{}", 400));
        Assert.Equal("REJECTED", (await other.SendAsync("POST", $"{address}/reject", """{"reason":"say why"}""", 200)).Text("status"));
        await Client.SendAsync("PATCH", address, """{"comment":"fraud in March"}""", 200);
        var tag = (await Client.SendAsync("POST", $"{address}/submit", "{}", 200)).Text("tag");
        Assert.Equal("APPROVAL_UNSEEN", await other.RefusedAsync("POST", $"{address}/approve", "{}", 400));

        using var approved = await SendAsync(other, HttpMethod.Post, $"{address}/approve", """{"comment":"agreed"}""", $"\"{tag}\"");
        var published = JsonDocument.Parse(await approved.Content.ReadAsStringAsync()).RootElement;
        var version = await Client.SendAsync("GET", $"{Path}/versions/{published.GetProperty("version").GetInt32()}", null, 200);
        Assert.NotEqual(version.GetProperty("author").Text("id"), version.GetProperty("approver").Text("id"));
        Assert.Equal(("agreed", draft.Text("id")), (version.Text("comment"), version.Text("draft")));
        Assert.Equal("DRAFT_UNKNOWN", await Client.RefusedAsync("GET", address, null, 404));
        var assessed = await Client.SendAsync("POST", "/api/v1/fraud-risk/assessments", Payments.Small("d1").Replace("\"currency\"", "\"paymentType\":\"CARD\",\"currency\"", StringComparison.Ordinal), 201);
        Assert.Equal("REJECT", assessed.Text("decision"));
        Assert.Equal(
            ["DRAFT_PUBLISHED", "DRAFT_SUBMITTED", "DRAFT_CHANGED", "DRAFT_REJECTED", "DRAFT_SUBMITTED", "DRAFT_CHANGED", "DRAFT_CREATED"],
            (await Client.SendAsync("GET", $"/api/v1/audit?target=draft/{draft.Text("id")}", null, 200)).EnumerateArray().Select(static entry => entry.Text("action")));
    }

    private async Task<string> RefusedWithTagAsync(string method, string path, string body, string tag, int status)
    {
        using var response = await SendAsync(new HttpMethod(method), path, body, tag);
        var problem = await Problem.ReadAsync(response);
        Assert.Equal(status, problem.Status);
        return problem.Errors[0].Code;
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string body, string tag) => SendAsync(Client, method, path, body, tag);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, string body, string tag)
    {
        using var request = new HttpRequestMessage(method, path) { Content = Payments.Json(body) };
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(tag));
        return await client.SendAsync(request);
    }
}
