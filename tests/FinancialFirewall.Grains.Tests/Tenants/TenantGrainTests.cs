using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Provisioning;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Tests.Firewalls;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Grains.Tests.Tenants;

public sealed class TenantGrainTests
{
    [Fact]
    public void IssueApiKey_MoreThanATenantMayHave_IsRefused()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.DailyLimit);
        for (var i = 1; i < TenantGrain.MaximumApiKeys; i++)
        {
            Assert.True(Issue(firewall).IsSuccess);
        }

        var error = new Error(ErrorKind.Conflict, "API_KEYS_EXHAUSTED", "", "", "Tenant 'acme' has 100 API keys, the most that are allowed: revoke one first.");
        Assert.Equal([error], Issue(firewall).Errors);
    }

    [Fact]
    public void IssueApiKey_NoSuchTenant_IsRefused()
    {
        var error = new Error(ErrorKind.NotFound, "TENANT_UNKNOWN", "tenantId", "acme", "There is no tenant 'acme'.");
        Assert.Equal([error], Issue(new SimulatedFirewall(seed: 3)).Errors);
    }

    [Fact]
    public void IssueApiKey_DiskFails_IsNotAcceptedEvenByTheProcessThatMadeIt()
    {
        var secrets = new SeededSecrets(7);
        var firewall = new SimulatedFirewall(seed: 2, new FirewallSetup
        {
            Policy = TestPolicies.DailyLimit,
            Configure = silo => silo.Services.AddSingleton<ISecretSource>(secrets),
        });
        firewall.Disk.FailingFlushes = 1;
        Assert.ThrowsAny<Exception>(() => Issue(firewall));

        var key = new byte[32];
        new SeededSecrets(7).Fill(key);
        var text = $"{ApiKeyText.Prefix}acme_{System.Buffers.Text.Base64Url.EncodeToString(key)}";
        var tenants = firewall.Silo.Services.GetRequiredService<TenantDirectory>();
        Assert.Equal("API_KEY_UNKNOWN", firewall.Scheduler.Run(() => tenants.AuthenticateAsync(text, default)).Errors[0].Code);
    }

    private static Result<string> Issue(SimulatedFirewall firewall)
        => firewall.Scheduler.Run(() => firewall.Silo.Services.GetRequiredService<TenantProvisioner>().IssueApiKeyAsync(SimulatedFirewall.Tenant, "test", default));
}
