using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Tests.Batches;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Tenants;

[Collection(GatewayCollection.Name)]
public sealed class TenantsEndpointTests(GatewayFixture fixture) : IAsyncLifetime
{
    private const string Tenants = "/api/v1/tenants";
    private const string Assessments = "/api/v1/fraud-risk/assessments";

    private HttpClient? operators;

    private HttpClient Operator => operators ?? throw new InvalidOperationException("The test has not begun.");

    public async Task InitializeAsync() => operators = fixture.Gateway.CreateClient(await fixture.Gateway.IssueKeyAsync("operator", Roles.Owner));

    public Task DisposeAsync()
    {
        Operator.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Post_NewTenant_AssessesByItsOwnPolicyWithItsFirstKey()
    {
        using var client = await CreateAsync("acme-1", ""","name":"Acme Bank","retentionYears":9""");

        var own = await client.SendAsync("GET", $"{Tenants}/acme-1", null, 200);
        Assert.Equal(("acme-1", "Acme Bank", "ACTIVE", 9), (own.Text("tenantId"), own.Text("name"), own.Text("status"), own.GetProperty("retentionYears").GetInt32()));
        await client.SendAsync("POST", Assessments, Payments.Small("t-1"), 201);
        Assert.Equal(["acme-1"], (await client.SendAsync("GET", Tenants, null, 200)).EnumerateArray().Select(tenant => tenant.Text("tenantId")));
        Assert.Contains("acme-1", (await Operator.SendAsync("GET", Tenants, null, 200)).EnumerateArray().Select(tenant => tenant.Text("tenantId")));
        Assert.Equal("TENANT_EXISTS", await Operator.RefusedAsync("POST", Tenants, """{"tenantId":"acme-1"}""", 409));
    }

    [Fact]
    public async Task Suspend_Tenant_HoldsForTheVeryNextPaymentAndDeletesNothing()
    {
        using var client = await CreateAsync("acme-2", "");
        await client.SendAsync("POST", Assessments, Payments.Small("t-2"), 201);

        var suspended = await Operator.SendAsync("POST", $"{Tenants}/acme-2/suspend", """{"reason":"licence withdrawn"}""", 200);
        Assert.Equal(("SUSPENDED", "licence withdrawn"), (suspended.Text("status"), suspended.Text("statusReason")));
        foreach (var path in new[] { Assessments, "/detect_fraud", $"{Assessments}/batch" })
        {
            Assert.Equal("TENANT_SUSPENDED", await client.RefusedAsync("POST", path, Payments.Small("t-3"), 403));
        }

        await client.SendAsync("GET", $"{Assessments}/transaction/t-2", null, 200);
        await client.SendAsync("GET", "/api/v1/fraud-api-toggle/configurations", null, 200);

        await Operator.SendAsync("POST", $"{Tenants}/acme-2/resume", """{"reason":"licence is back"}""", 200);
        await client.SendAsync("POST", Assessments, Payments.Small("t-3"), 201);
    }

    [Fact]
    public async Task Suspend_WhileABatchStreams_RefusesItsNextPayments()
    {
        using var client = await CreateAsync("acme-3", "");
        using var batch = await RawBatch.OpenAsync(fixture.Gateway, key: await fixture.Gateway.IssueKeyAsync("acme-3", Roles.Service));
        await batch.SendAsync(Payments.Small("s-1") + "\n");
        Assert.Contains("\"decision\":\"APPROVE\"", (await batch.ReadLinesAsync(1))[0], StringComparison.Ordinal);

        await Operator.SendAsync("POST", $"{Tenants}/acme-3/suspend", """{"reason":"at once"}""", 200);
        await batch.SendAsync(Payments.Small("s-2") + "\n");
        Assert.Equal("TENANT_SUSPENDED", Assert.Single(Problem.Parse((await batch.ReadLinesAsync(2))[1]).Errors).Code);

        await Operator.SendAsync("POST", $"{Tenants}/acme-3/resume", """{"reason":"again"}""", 200);
        await batch.SendAsync(Payments.Small("s-3") + "\n");
        await batch.EndAsync();
        Assert.Contains("\"decision\":\"APPROVE\"", (await batch.ReadLinesAsync(3))[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Close_Tenant_IsForGood()
    {
        using var client = await CreateAsync("acme-4", "");

        Assert.Equal("CLOSED", (await Operator.SendAsync("POST", $"{Tenants}/acme-4/close", """{"reason":"left us"}""", 200)).Text("status"));
        Assert.Equal("TENANT_CLOSED", await client.RefusedAsync("POST", Assessments, Payments.Small("t-4"), 403));
        Assert.Equal("TENANT_CLOSED", await client.RefusedAsync("GET", Tenants, null, 403));
        Assert.Equal("TENANT_CLOSED", await Operator.RefusedAsync("POST", $"{Tenants}/acme-4/resume", """{"reason":"sorry"}""", 403));
        Assert.Equal("TENANT_CLOSED", await Operator.RefusedAsync("POST", $"{Tenants}/acme-4/keys", """{"label":"x","roles":["OWNER"]}""", 403));
        Assert.Equal("TENANT_EXISTS", await Operator.RefusedAsync("POST", Tenants, """{"tenantId":"acme-4"}""", 409));
    }

    [Fact]
    public async Task Patch_OwnSettings_TakesWhatWasReadAndLeavesLimitsToTheOperator()
    {
        using var client = await CreateAsync("acme-5", "");
        var read = (await client.SendAsync("GET", $"{Tenants}/acme-5", null, 200)).GetRawText();

        Assert.Equal(read, (await client.SendAsync("PATCH", $"{Tenants}/acme-5", read, 200)).GetRawText());
        Assert.Equal("Neu", (await client.SendAsync("PATCH", $"{Tenants}/acme-5", """{"name":"Neu"}""", 200)).Text("name"));
        Assert.Equal("OPERATOR_ONLY", await client.RefusedAsync("PATCH", $"{Tenants}/acme-5", """{"maximumApiKeys":99}""", 403));
        await Operator.SendAsync("PATCH", $"{Tenants}/acme-5", """{"maximumApiKeys":1}""", 200);
        Assert.Equal("API_KEYS_EXHAUSTED", await client.RefusedAsync("POST", "/api/v1/keys", """{"label":"x","roles":["OWNER"]}""", 409));
        Assert.Equal("RETENTION_INVALID", await client.RefusedAsync("PATCH", $"{Tenants}/acme-5", """{"retentionYears":4}""", 400));
        Assert.Equal("LIMIT_INVALID", await Operator.RefusedAsync("PATCH", $"{Tenants}/acme-5", """{"maximumApiKeys":101}""", 400));
        Assert.Equal("NAME_LENGTH", await client.RefusedAsync("PATCH", $"{Tenants}/acme-5", """{"name":""}""", 400));
    }

    [Theory]
    [InlineData("""{}""", "TENANT_ID_INVALID")]
    [InlineData("""{"tenantId":"Acme"}""", "TENANT_ID_INVALID")]
    [InlineData("""{"tenantId":"x/y"}""", "TENANT_ID_INVALID")]
    [InlineData("""{"tenantId":"acme-6","retentionYears":11}""", "RETENTION_INVALID")]
    [InlineData("""{"tenantId":"acme-6","name":""}""", "NAME_LENGTH")]
    [InlineData("""{"tenantId":"acme-6","colour":"red"}""", "JSON_MALFORMED")]
    public async Task Post_BadTenant_IsRefusedAndNotCreated(string body, string code)
    {
        Assert.Equal(code, await Operator.RefusedAsync("POST", Tenants, body, 400));
        Assert.Equal("TENANT_UNKNOWN", await Operator.RefusedAsync("GET", $"{Tenants}/acme-6", null, 404));
    }

    [Fact]
    public async Task Get_AnotherTenant_IsNotFoundWhetherItExistsOrNot()
    {
        foreach (var tenant in new[] { "other", "nobody", "operator" })
        {
            Assert.Equal("TENANT_UNKNOWN", await fixture.Gateway.Client.RefusedAsync("GET", $"{Tenants}/{tenant}", null, 404));
            Assert.Equal("TENANT_UNKNOWN", await fixture.Gateway.Client.RefusedAsync("PATCH", $"{Tenants}/{tenant}", "{}", 404));
        }
    }

    [Fact]
    public async Task Suspend_OperatorItselfOrWithoutAReason_IsRefused()
    {
        Assert.Equal("OPERATOR_TENANT", await Operator.RefusedAsync("POST", $"{Tenants}/operator/suspend", """{"reason":"x"}""", 409));
        Assert.Equal("REASON_LENGTH", await Operator.RefusedAsync("POST", $"{Tenants}/demo/suspend", "{}", 400));
    }

    private async Task<HttpClient> CreateAsync(string tenant, string more)
    {
        var created = await Operator.SendAsync("POST", Tenants, $$"""{"tenantId":"{{tenant}}"{{more}}}""", 201);
        Assert.Equal(tenant, created.GetProperty("tenant").Text("tenantId"));
        return fixture.Gateway.CreateClient(created.Text("apiKey"));
    }
}
