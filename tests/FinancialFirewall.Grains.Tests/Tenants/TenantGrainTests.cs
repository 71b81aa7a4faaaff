using System.Security.Cryptography;
using System.Text;
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

    [Fact]
    public void RevokeApiKey_OfAKeyThatWasLetIn_LetsItInNoMore()
    {
        var firewall = new SimulatedFirewall(seed: 4, TestPolicies.DailyLimit);
        var (revoked, kept) = (Issue(firewall).Value, Issue(firewall).Value);
        Assert.All([revoked, revoked, kept], key => Assert.Equal(SimulatedFirewall.Tenant, Authenticate(firewall, key).Value.Tenant));

        Assert.Equal(ApiKeyStatus.Revoked, Revoke(firewall, revoked).Status);
        Assert.Equal("API_KEY_REVOKED", Authenticate(firewall, revoked).Errors[0].Code);
        Assert.True(Authenticate(firewall, kept).IsSuccess);
        Assert.Equal(ApiKeyStatus.Revoked, Revoke(firewall, revoked).Status);
        firewall.Restart();
        Assert.Equal("API_KEY_REVOKED", Authenticate(firewall, revoked).Errors[0].Code);
    }

    [Fact]
    public void Authenticate_RacesWithRevokeApiKey_LetsNobodyInAfterItsAnswer()
    {
        for (var seed = 1; seed <= 50; seed++)
        {
            var firewall = new SimulatedFirewall(seed, TestPolicies.DailyLimit);
            var key = Issue(firewall).Value;
            Authenticate(firewall, key);
            var revoking = firewall.Scheduler.Start(() => RevokeAsync(firewall, key));
            while (!revoking.IsCompleted)
            {
                _ = firewall.Scheduler.Start(() => Tenants(firewall).AuthenticateAsync(key, default));
                firewall.RunSteps(3, revoking);
            }

            Assert.Equal((seed, false), (seed, Authenticate(firewall, key).IsSuccess));
        }
    }

    [Fact]
    public void Authenticate_KeysChangeOrTheGrainEnds_ForgetsWhoWasLetIn()
    {
        var firewall = new SimulatedFirewall(seed: 5, TestPolicies.DailyLimit);
        var key = Issue(firewall).Value;
        var remembered = firewall.Silo.Services.GetRequiredService<AuthenticatedKeys>();
        Assert.Null(Find());

        Authenticate(firewall, key);
        Assert.NotNull(Find());
        Issue(firewall);
        Assert.Null(Find());

        Authenticate(firewall, key);
        firewall.Stop();
        Assert.Null(Find());

        ApiKeyHolder? Find() => remembered.Find(SimulatedFirewall.Tenant, Sha256(key), firewall.Now);
    }

    private static TenantDirectory Tenants(SimulatedFirewall firewall) => firewall.Silo.Services.GetRequiredService<TenantDirectory>();

    private static Result<Caller> Authenticate(SimulatedFirewall firewall, string key)
        => firewall.Scheduler.Run(() => Tenants(firewall).AuthenticateAsync(key, default));

    private static ApiKeyInfo Revoke(SimulatedFirewall firewall, string key) => firewall.Scheduler.Run(() => RevokeAsync(firewall, key)).Value;

    private static Task<Result<ApiKeyInfo>> RevokeAsync(SimulatedFirewall firewall, string key)
    {
        TenantScope.Enter(SimulatedFirewall.Tenant);
        return firewall.GetGrain<ITenantGrain>(SimulatedFirewall.Tenant.Name).RevokeApiKey(ApiKeyText.IdOf(Sha256(key)));
    }

    private static byte[] Sha256(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static Result<string> Issue(SimulatedFirewall firewall)
        => firewall.Scheduler.Run(() => firewall.Silo.Services.GetRequiredService<TenantProvisioner>().IssueApiKeyAsync(SimulatedFirewall.Tenant, "test", default));
}
