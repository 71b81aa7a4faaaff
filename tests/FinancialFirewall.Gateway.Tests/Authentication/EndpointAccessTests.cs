using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Authentication;

/// <summary>Every endpoint that there is, as every role: what the permission table says is what happens.</summary>
[Collection(GatewayCollection.Name)]
public sealed class EndpointAccessTests(GatewayFixture fixture)
{
    [Fact]
    public void Endpoints_All_SayWhoMayAskThem()
    {
        var silent = fixture.Gateway.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<AccessDemand>() is null).Select(endpoint => endpoint.DisplayName);

        Assert.Empty(silent);
        Assert.InRange(fixture.Gateway.Endpoints.Count, 25, int.MaxValue);
    }

    [Fact]
    public void Endpoints_OpenToAll_AreTheseAlone()
        => Assert.Equal(
            ["/api/v1/invitations/accept", "/api/v1/session", "/api/v1/setup", "/graphql", "/graphql/{file}", "/health/live", "/health/ready", "/invitation", "/metrics", "/openapi", "/openapi/{file}", "/setup"],
            fixture.Gateway.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<AccessDemand>()!.Permission is null)
                .Select(endpoint => endpoint.RoutePattern.RawText).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("demo")]
    [InlineData("operator")]
    public async Task Endpoints_AsEveryRole_AnswerAsTheTableSays(string tenant)
    {
        var differences = new List<string>();
        foreach (var role in RoleNames.All)
        {
            using var client = fixture.Gateway.CreateClient(await fixture.Gateway.IssueKeyAsync(tenant, RoleNames.Find(role)!.Value));
            foreach (var probe in Probes())
            {
                var expected = PermissionTable.IsPeoplesAlone(probe.Permission) ? "SESSION_REQUIRED" : RefusalOf(probe.Permission, RoleNames.Find(role)!.Value, tenant);
                differences.AddRange(await DifferencesAsync(client, probe, expected, role));
            }
        }

        Assert.Empty(differences);
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("operator")]
    public async Task Endpoints_AsAUserOfEveryRole_AnswerAsTheTableSays(string tenant)
    {
        var differences = new List<string>();
        foreach (var role in RoleNames.All)
        {
            using var user = await SignedIn.AsAsync(fixture.Gateway, tenant, RoleNames.Find(role)!.Value);
            foreach (var probe in Probes())
            {
                var expected = PermissionTable.IsPeoplesAlone(probe.Permission) ? null : RefusalOf(probe.Permission, RoleNames.Find(role)!.Value, tenant);
                differences.AddRange(await DifferencesAsync(user.Client, probe, expected, role));
                await (probe.ToString() is "DELETE /api/v1/session" ? user.SignInAsync() : Task.CompletedTask);
            }
        }

        Assert.Empty(differences);
    }

    [Fact]
    public async Task Endpoints_WithoutAKey_Answer401()
    {
        using var client = fixture.Gateway.CreateClient(null);
        foreach (var probe in fixture.Gateway.Endpoints.Select(EndpointProbe.Of).OfType<EndpointProbe>())
        {
            using var response = await client.SendAsync(probe.ToRequest());
            Assert.Equal((probe.ToString(), 401), (probe.ToString(), (int)response.StatusCode));
        }
    }

    [Fact]
    public async Task Get_RoleIsMissing_SaysWhichOneItTakes()
    {
        using var client = fixture.Gateway.CreateClient(await fixture.Gateway.IssueKeyAsync("demo", Roles.Service | Roles.Operator));

        var problem = await Problem.ReadAsync(await client.GetAsync("/api/v1/fraud-risk/assessments"));

        Assert.Equal(403, problem.Status);
        Assert.Equal(
            new ProblemError(
                "ROLE_MISSING", "", "OPERATOR SERVICE", "This takes one of the roles OWNER, RISK_MANAGER, ANALYST, AUDITOR; who is calling has OPERATOR, SERVICE."),
            Assert.Single(problem.Errors));
    }

    private IEnumerable<EndpointProbe> Probes() => fixture.Gateway.Endpoints.Select(EndpointProbe.Of).OfType<EndpointProbe>();

    /// <summary>The code of the refusal that the table demands; null where it allows.</summary>
    private static string? RefusalOf(Permission permission, Roles roles, string tenant)
        => !PermissionTable.Allows(roles, permission) ? "ROLE_MISSING"
            : permission == Permission.AssessPayments && tenant == "operator" ? "OPERATOR_TENANT"
            : PermissionTable.IsOperatorsAlone(permission) && tenant != "operator" ? "OPERATOR_ONLY"
            : null;

    private static async Task<IReadOnlyList<string>> DifferencesAsync(HttpClient client, EndpointProbe probe, string? expected, string role)
    {
        using var response = await client.SendAsync(probe.ToRequest());
        var status = (int)response.StatusCode;
        var code = status == 403 ? Assert.Single((await Problem.ReadAsync(response)).Errors).Code : null;
        return status is 401 or >= 500 || code != expected ? [$"{role} {probe}: {status} {code}"] : [];
    }
}
