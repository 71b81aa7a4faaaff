using FinancialFirewall.Domain.Access;
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

    /// <summary>Creates the operator's tenant unless it exists. It has no policy, since it decides no payments.</summary>
    /// <returns>Its first key, when it had none; null when it had one.</returns>
    public async Task<string?> EnsureOperatorAsync(CancellationToken cancellationToken)
    {
        var tenant = TenantRegistry.Operator;
        TenantScope.Enter(tenant);
        await grains.GetGrain<ITenantGrain>(tenant.Name).Create();
        return await HasKeyAsync(tenant) ? null : (await IssueApiKeyAsync(tenant, FirstKeyLabel, cancellationToken)).Value;
    }

    /// <summary>Makes an API key of a tenant that may do everything, as the first one.</summary>
    /// <returns>The key's text; or why there is none, as <see cref="ITenantGrain.IssueApiKey"/> says.</returns>
    public async Task<Result<string>> IssueApiKeyAsync(TenantId tenant, string label, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TenantScope.Enter(tenant);
        var issued = await grains.GetGrain<ITenantGrain>(tenant.Name).IssueApiKey(new ApiKeyRequest(label, tenant == TenantRegistry.Operator ? Roles.Owner : ApiKeyRing.FirstRoles));
        return issued.IsSuccess ? issued.Value.Secret : Result.Failure<string>(issued.Errors);
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
