using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Storage.States;
using Orleans;

namespace FinancialFirewall.Grains.Provisioning;

/// <summary>Creates a tenant with its first policy and key, and wakes the tenants that exist.</summary>
public sealed class TenantProvisioner(IGrainFactory grains, IStateStore states, TenantDirectory directory)
{
    private const string FirstKeyLabel = "first start";
    private const int FirstVersion = 1;

    /// <summary>Creates the tenant unless it exists; each step can be repeated after an interruption.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="policyFile">Its first policy, UTF-8 JSON; used only while it has none.</param>
    /// <param name="cancellationToken">Ends the waiting; what was begun can be repeated.</param>
    /// <returns>The tenant, with a key when it was created just now; or what is wrong with the policy.</returns>
    public async Task<Result<ProvisionedTenant>> EnsureAsync(TenantId tenant, ReadOnlyMemory<byte> policyFile, CancellationToken cancellationToken)
    {
        TenantScope.Enter(tenant);
        await grains.GetGrain<ITenantGrain>(tenant.Name).Create();
        var published = await EnsurePolicyAsync(grains.GetGrain<IPolicyGrain>(tenant.Name), policyFile);
        if (!published.IsSuccess)
        {
            return Result.Failure<ProvisionedTenant>(published.Errors);
        }

        var caller = await directory.FindAsync(tenant, cancellationToken) ?? throw new InvalidOperationException($"Tenant '{tenant}' was not created.");
        var key = await HasKeyAsync(tenant) ? null : (await IssueApiKeyAsync(tenant, FirstKeyLabel, cancellationToken)).Value;
        return new ProvisionedTenant(caller, key);
    }

    /// <summary>Makes an API key of a tenant.</summary>
    /// <inheritdoc cref="ITenantGrain.IssueApiKey"/>
    public Task<Result<string>> IssueApiKeyAsync(TenantId tenant, string label, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TenantScope.Enter(tenant);
        return grains.GetGrain<ITenantGrain>(tenant.Name).IssueApiKey(label);
    }

    /// <summary>Rolls forward what an earlier process left half published, for every tenant.</summary>
    public async Task ResumeAllAsync()
    {
        foreach (var tenant in states.GetTenants())
        {
            TenantScope.Enter(tenant);
            await grains.GetGrain<IPolicyGrain>(tenant.Name).Resume();
        }
    }

    private static async Task<Result<PublishedPolicy>> EnsurePolicyAsync(IPolicyGrain policies, ReadOnlyMemory<byte> policyFile)
    {
        try
        {
            await policies.Resume();
            return await policies.GetPublished() is { } present ? present : await policies.Publish(new PolicyChange(policyFile));
        }
        catch (TimeoutException)
        {
            // On a slow machine, compiling alone can take longer than a call may: it goes on, and asking again waits for it.
            return PolicyErrors.Pending(FirstVersion);
        }
    }

    private Task<bool> HasKeyAsync(TenantId tenant) => grains.GetGrain<ITenantGrain>(tenant.Name).HasApiKey();
}
