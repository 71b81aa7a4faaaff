using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Graph;

/// <summary>Every field that somebody can begin with, as every role and as another tenant: what the permission table says is what happens.</summary>
[Collection(GraphCollection.Name)]
public sealed class GraphAccessTests(GatewayFixture fixture)
{
    private static readonly string[] AccessCodes = ["ROLE_MISSING", "OPERATOR_ONLY", "OPERATOR_TENANT"];

    [Theory]
    [InlineData("access")]
    [InlineData("operator")]
    public async Task Fields_AsEveryRole_AnswerAsTheTableSays(string tenant)
    {
        await (tenant == "operator" ? Task.CompletedTask : fixture.Gateway.ProvisionAsync(tenant));
        var differences = new List<string>();
        foreach (var role in RoleNames.All)
        {
            var roles = RoleNames.Find(role)!.Value;
            using var client = fixture.Gateway.CreateClient(await fixture.Gateway.IssueKeyAsync(tenant, roles));
            foreach (var probe in GraphProbe.All)
            {
                var (code, answer) = await AskAsync(client, probe);
                if (code != Expected(probe, roles, tenant))
                {
                    differences.Add($"{role} {probe}: {answer}");
                }
            }
        }

        Assert.Empty(differences);
        Assert.InRange(GraphProbe.All.Count, 40, int.MaxValue);
    }

    [Fact]
    public async Task Fields_WithAnIdOfAnotherTenant_SayNoMoreThanWithOneThatIsNobodys()
    {
        var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("victim"));
        await fixture.Gateway.ProvisionAsync("thief");
        var ids = await PrepareAsync(owner);
        var before = (await owner.DataAsync(Everything)).GetRawText();
        var differences = new List<string>();
        foreach (var role in RoleNames.All)
        {
            using var client = fixture.Gateway.CreateClient(await fixture.Gateway.IssueKeyAsync("thief", RoleNames.Find(role)!.Value));
            foreach (var probe in GraphProbe.All.Where(probe => probe.TakesAnId))
            {
                // What takes UUIDs alone cannot be asked for anything else.
                foreach (var id in ids.Where(id => probe.ToDocument(id).Contains(id, StringComparison.Ordinal)))
                {
                    var (_, answer) = await AskAsync(client, probe, id);
                    var (_, nobodys) = await AskAsync(client, probe, Other(id));
                    if (answer.Replace(id, "", StringComparison.Ordinal) != nobodys.Replace(Other(id), "", StringComparison.Ordinal) || answer.Contains("\"__typename\"", StringComparison.Ordinal))
                    {
                        differences.Add($"{role} {probe} {id}: {answer}");
                    }
                }
            }
        }

        Assert.Empty(differences);
        Assert.Equal(before, (await owner.DataAsync(Everything)).GetRawText());
        owner.Dispose();
    }

    [Fact]
    public async Task Fields_WithoutAnId_HaveNothingOfAnotherTenant()
    {
        using var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("rich"));
        using var other = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("poor"));
        var ids = await PrepareAsync(owner);

        var seen = (await other.DataAsync(Everything)).GetRawText();

        Assert.All(ids, id => Assert.DoesNotContain($"\"{id}\"", seen, StringComparison.Ordinal));
        var owned = (await owner.DataAsync(Everything)).GetRawText();
        Assert.All(ids.SkipLast(1), id => Assert.Contains($"\"{id}\"", owned, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Introspection_AsEveryRole_IsForThoseWhoMaySeeTheSchema()
    {
        await fixture.Gateway.ProvisionAsync("readers");
        foreach (var role in RoleNames.All)
        {
            using var client = fixture.Gateway.CreateClient(await fixture.Gateway.IssueKeyAsync("readers", RoleNames.Find(role)!.Value));
            var answer = await client.AskAsync("{ __schema { queryType { name } } }");
            var isShown = PermissionTable.Allows(RoleNames.Find(role)!.Value, Permission.ReadSchema);
            Assert.Equal((role, isShown), (role, answer.TryGetProperty("data", out _)));
        }
    }

    [Fact]
    public async Task Key_RevokedWhileSubscribed_EndsTheSubscriptionAtTheNextEvent()
    {
        using var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("revoking"));
        var key = (await owner.DataAsync("""mutation { createKey(key: { label: "screen", roles: [ANALYST] }) { apiKey key { id } } }""")).GetProperty("createKey");
        using var screen = fixture.Gateway.CreateClient(key.GetProperty("apiKey").GetString());
        await using var events = screen.SubscribeAsync("subscription { statistics(every: 1) { payments } }").GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("""{"data":{"statistics":{"payments":0}}}""", events.Current.GetRawText());

        await owner.DataAsync("mutation($id: ID!) { revokeKey(id: $id) { status } }", new { id = key.GetProperty("key").GetProperty("id").GetString() });

        Assert.True(await events.MoveNextAsync());
        Assert.Equal("API_KEY_REVOKED", events.Current.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.False(await events.MoveNextAsync());
    }

    private const string Everything =
        """
        { keys { id } users { id } lists { name entryCount } listImports { id } toggles(view: ALL, first: 1000) { nodes { id } } tenants { tenantId } policy { configurations { id } } drafts { id } policyVersions { nodes { target } }
          assessments(first: 500) { nodes { id transactionReference } } auditLog(first: 100) { nodes { target } } }
        """;

    private static string? Expected(GraphProbe probe, Roles roles, string tenant)
    {
        var needs = probe.Field.Directives.Single(directive => directive.Name is "permission").Arguments["needs"] as string;
        if (PermissionNames.Find(needs!) is not { } permission)
        {
            return null;
        }

        return !PermissionTable.Allows(roles, permission) ? "ROLE_MISSING"
            : PermissionTable.IsOperatorsAlone(permission) && tenant != "operator" ? "OPERATOR_ONLY"
            : permission == Permission.AssessPayments && tenant == "operator" ? "OPERATOR_TENANT"
            : null;
    }

    /// <summary>The code with which access was refused, null where it was not; and the answer.</summary>
    private static async Task<(string? Code, string Answer)> AskAsync(HttpClient client, GraphProbe probe, string? id = null)
    {
        var answer = probe.IsSubscription ? await FirstAsync(client, probe.ToDocument(id)) : await client.AskAsync(probe.ToDocument(id));
        var code = answer.TryGetProperty("errors", out var errors) && errors[0].TryGetProperty("extensions", out var extensions)
            ? extensions.GetProperty("code").GetString()
            : null;
        Assert.True(code is not "INTERNAL", $"{probe}: {answer.GetRawText()}");
        Assert.True(errors.ValueKind == JsonValueKind.Undefined || code is not null, $"{probe.ToDocument(id)}: {answer.GetRawText()}");
        return (AccessCodes.Contains(code) ? code : null, answer.GetRawText());
    }

    private static async Task<JsonElement> FirstAsync(HttpClient client, string document)
    {
        await foreach (var answer in client.SubscribeAsync(document))
        {
            return answer;
        }

        throw new InvalidOperationException($"{document} ended without an answer.");
    }

    private static async Task<IReadOnlyList<string>> PrepareAsync(HttpClient owner)
    {
        var data = await owner.DataAsync(
            """
            mutation {
              assessPayment(payment: { transactionReference: "mine-1", amount: 5, currency: "EUR", fromAccountNumber: "ACC-9" }) { id }
              createToggle(toggle: { paymentType: "MINE", isEnabled: true }) { id }
              createKey(key: { label: "mine", roles: [AUDITOR] }) { key { id } }
              createConfiguration(configuration: { configurationName: "mine", paymentType: "MINE" }) { id }
              createDraft(name: "mine") { id }
              createList(list: { name: "mine-list", kind: WATCH }) { name }
              addListEntries(list: "mine-list", entries: [{ value: "nothing" }]) { counts { added } }
              inviteUser(user: { email: "mine@example.com", name: "Mine", roles: [ANALYST] }) { user { id } }
            }
            """);
        return
        [
            data.GetProperty("assessPayment").GetProperty("id").GetString()!,
            "mine-1",
            data.GetProperty("createToggle").GetProperty("id").GetString()!,
            data.GetProperty("createKey").GetProperty("key").GetProperty("id").GetString()!,
            data.GetProperty("createConfiguration").GetProperty("id").GetString()!,
            data.GetProperty("createDraft").GetProperty("id").GetString()!,
            data.GetProperty("createList").GetProperty("name").GetString()!,
            data.GetProperty("inviteUser").GetProperty("user").GetProperty("id").GetString()!,
            "victim",
        ];
    }

    private static string Other(string id) => id[..^1] + (id[^1] == '0' ? '1' : '0');
}
