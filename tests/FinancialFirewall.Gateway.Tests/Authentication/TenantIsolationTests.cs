using System.Text;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Authentication;

/// <summary>Every endpoint, with every kind of id of another tenant, as every role: never data, and never a hint that there is any.</summary>
[Collection(GatewayCollection.Name)]
public sealed class TenantIsolationTests(GatewayFixture fixture)
{
    private const string Victim = "demo";
    private const string Reference = "isolation-1";

    /// <summary>Names what its examples name, and not what there is: everybody gets the same.</summary>
    private const string SameForAll = "/openapi/v1.json";

    /// <summary>Bodies that are good, so that nothing but the id can be refused.</summary>
    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["PUT /api/v1/fraud-api-toggle/configurations/{id:guid}"] = """{"paymentType":"STOLEN","isEnabled":true}""",
        ["PUT /api/v1/fraud-risk/assessments/{id}/decision"] = """{"decision":"APPROVE","reason":"stolen"}""",
        ["PUT /api/v1/reviews/{id}/decision"] = """{"decision":"APPROVE","reason":"stolen"}""",
        ["POST /api/v1/reviews/{id}/reassign"] = """{"assignee":"KEY/stolen"}""",
        ["POST /api/v1/reviews/{id}/notes"] = """{"text":"stolen"}""",
        ["POST /api/v1/fraud-risk/assessments/{id}/cancel"] = """{"reason":"stolen"}""",
        ["PUT /api/v1/fraud-risk/configurations/{id:guid}"] = """{"configurationName":"stolen"}""",
        ["POST /api/v1/policy/drafts/{id:guid}/configurations"] = """{"configurationName":"stolen"}""",
        ["PUT /api/v1/policy/drafts/{id:guid}/configurations/{configurationId:guid}"] = """{"configurationName":"stolen"}""",
        ["PATCH /api/v1/tenants/{tenantId}"] = """{"name":"stolen"}""",
        ["POST /api/v1/tenants/{tenantId}/suspend"] = """{"reason":"stolen"}""",
        ["POST /api/v1/tenants/{tenantId}/resume"] = """{"reason":"stolen"}""",
        ["POST /api/v1/tenants/{tenantId}/close"] = """{"reason":"stolen"}""",
        ["PATCH /api/v1/users/{id}"] = """{"name":"stolen"}""",
        ["POST /api/v1/users/{id}/lock"] = """{"reason":"stolen"}""",
        ["POST /api/v1/tenants/{tenantId}/keys"] = """{"label":"stolen","roles":["OWNER"]}""",
    };

    private HttpClient Owner => fixture.Gateway.Client;

    [Fact]
    public async Task Endpoints_WithAnIdOfAnotherTenant_SayNoMoreThanWithOneThatIsNobodys()
    {
        var ids = await PrepareAsync();
        var differences = new List<string>();
        var probes = fixture.Gateway.Endpoints.Select(EndpointProbe.Of).OfType<EndpointProbe>().Where(probe => probe.Pattern.Contains('{', StringComparison.Ordinal)).ToList();
        foreach (var role in RoleNames.All)
        {
            using var program = fixture.Gateway.CreateClient(await fixture.Gateway.IssueKeyAsync("other", RoleNames.Find(role)!.Value));
            using var person = await SignedIn.AsAsync(fixture.Gateway, "other", RoleNames.Find(role)!.Value);
            foreach (var (client, probe, id) in from client in new[] { program, person.Client } from probe in probes from id in ids select (client, probe, id))
            {
                var (status, answer) = await AskAsync(client, probe, id.Foreign);
                if (!(status is 403 or 404 || (status == 400 && probe.IsJudgedFirst)) || (status, answer) != await AskAsync(client, probe, id.Nobodys))
                {
                    differences.Add($"{role} {probe} {id.Foreign}: {status} {answer}");
                }
            }
        }

        Assert.Empty(differences);
        Assert.InRange(probes.Count, 10, int.MaxValue);
        await AssertUntouchedAsync(ids);
    }

    [Fact]
    public async Task Endpoints_WithoutAnId_HaveNothingOfAnotherTenant()
    {
        var ids = await PrepareAsync();
        using var person = await SignedIn.AsAsync(fixture.Gateway, "other", Roles.Owner);
        foreach (var probe in fixture.Gateway.Endpoints.Select(EndpointProbe.Of).OfType<EndpointProbe>())
        {
            if (probe.Method == "GET" && !probe.Pattern.Contains('{', StringComparison.Ordinal) && probe.Pattern != SameForAll)
            {
                var client = PermissionTable.IsPeoplesAlone(probe.Permission) ? person.Client : fixture.Gateway.OtherClient;
                using var response = await client.SendAsync(probe.ToRequest());
                var answer = await response.Content.ReadAsStringAsync();
                Assert.True((int)response.StatusCode == 200, $"{probe}: {answer}");
                Assert.All(ids, id => Assert.False(answer.Contains($"\"{id.Foreign}\"", StringComparison.Ordinal), $"{probe} tells of {id.Foreign}."));
            }
        }
    }

    [Theory]
    [InlineData("GET", "/api/v1/fraud-api-toggle/check?tenantId=demo", null)]
    [InlineData("POST", "/api/v1/fraud-api-toggle/disable", """{"tenantId":"demo","reason":"stolen"}""")]
    [InlineData("POST", "/api/v1/fraud-api-toggle/enable", """{"tenantId":"nobody","reason":"stolen"}""")]
    public async Task Endpoints_WithAnotherTenantsNameInQueryOrBody_FindNoSuchTenant(string method, string path, string? body)
        => Assert.Equal("TENANT_UNKNOWN", await fixture.Gateway.OtherClient.RefusedAsync(method, path, body, 404));

    /// <summary>One of everything in the tenant that is asked for, each beside an id that is nobody's.</summary>
    private async Task<IReadOnlyList<(string Foreign, string Nobodys)>> PrepareAsync()
    {
        using var response = await Owner.PostAsync("/api/v1/fraud-risk/assessments", Payments.Json(Payments.Small(Reference)));
        var assessment = (await Owner.SendAsync("GET", $"/api/v1/fraud-risk/assessments/transaction/{Reference}", null, 200)).Text("id")!;
        var toggle = (await Owner.SendAsync("POST", "/api/v1/fraud-api-toggle/configurations", """{"paymentType":"ISOLATED","isEnabled":true}""", 201)).Text("id")!;
        var key = (await Owner.SendAsync("POST", "/api/v1/keys", """{"label":"isolated","roles":["AUDITOR"]}""", 201)).GetProperty("key").Text("id")!;
        var configuration = (await Owner.SendAsync("POST", "/api/v1/fraud-risk/configurations", """{"configurationName":"isolated","isEnabled":false}""", 201)).Text("id")!;
        var draft = (await Owner.SendAsync("POST", "/api/v1/policy/drafts", """{"name":"isolated"}""", 201)).Text("id")!;
        var backtest = (await Owner.SendAsync("POST", "/api/v1/policy/backtests", """{"version":1}""", 202)).Text("id")!;
        await Owner.SendAsync("DELETE", $"/api/v1/policy/backtests/{backtest}", null, 200);
        using var person = await SignedIn.AsAsync(fixture.Gateway, Victim, Roles.Analyst);
        var session = (await person.Client.SendAsync("GET", "/api/v1/session", null, 200)).GetProperty("session").Text("id")!;
        return
        [
            (assessment, Other(assessment)), (Reference, Other(Reference)), (toggle, Other(toggle)), (key, Other(key)), (Victim, "nobody"),
            (person.User.Id, Other(person.User.Id)), (session, Other(session)), (configuration, Other(configuration)), (draft, Other(draft)),
            (backtest, Other(backtest)),
        ];
    }

    private static string Other(string id) => id[..^1] + (id[^1] == '0' ? '1' : '0');

    private static async Task<(int Status, string Answer)> AskAsync(HttpClient client, EndpointProbe probe, string id)
    {
        using var request = probe.ToRequest(new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = id, ["reference"] = id, ["tenantId"] = id });
        if (Bodies.TryGetValue(probe.ToString(), out var body))
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await client.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, answer.Replace(id, "", StringComparison.Ordinal));
    }

    private async Task AssertUntouchedAsync(IReadOnlyList<(string Foreign, string Nobodys)> ids)
    {
        Assert.Equal("ACTIVE", (await Owner.SendAsync("GET", $"/api/v1/keys/{ids[3].Foreign}", null, 200)).Text("status"));
        Assert.Equal("ISOLATED", (await Owner.SendAsync("GET", $"/api/v1/fraud-api-toggle/configurations/{ids[2].Foreign}", null, 200)).Text("paymentType"));
        Assert.Equal("ACTIVE", (await Owner.SendAsync("GET", $"/api/v1/users/{ids[5].Foreign}", null, 200)).Text("status"));
        Assert.Equal("ACTIVE", (await Owner.SendAsync("GET", $"/api/v1/tenants/{Victim}", null, 200)).Text("status"));
        Assert.Equal("isolated", (await Owner.SendAsync("GET", $"/api/v1/fraud-risk/configurations/{ids[7].Foreign}", null, 200)).Text("configurationName"));
        Assert.Equal("isolated", (await Owner.SendAsync("GET", $"/api/v1/policy/drafts/{ids[8].Foreign}", null, 200)).Text("name"));
    }
}
