using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Keys;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Provisioning;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Users;

namespace FinancialFirewall.Gateway.Tenants;

/// <summary>What callers may see and change of tenants. Of another tenant only the operator learns that it exists.</summary>
internal sealed class TenantAdministration(TenantRegistry tenants, UserRegistry users, TenantProvisioner provisioner)
{
    /// <summary>The caller's tenant; for the operator all.</summary>
    public async Task<IReadOnlyList<TenantProfile>> ListAsync(Caller caller)
        => caller.Tenant == TenantRegistry.Operator ? await tenants.ListAsync() : [(await tenants.FindAsync(caller.Tenant))!];

    /// <summary>The tenant, where the caller may know of it; else <c>TENANT_UNKNOWN</c>.</summary>
    public async Task<Result<TenantProfile>> SeeAsync(Caller caller, string tenantId)
    {
        var isSeen = TenantId.IsValid(tenantId) && (caller.Tenant == TenantRegistry.Operator || string.Equals(caller.Tenant.Name, tenantId, StringComparison.Ordinal));
        return isSeen && await tenants.FindAsync(new TenantId(tenantId)) is { } found ? found : RequestErrors.TenantUnknown(tenantId);
    }

    /// <summary>Changes the settings of a tenant that the caller sees; how many keys it may have only the operator says.</summary>
    public async Task<Result<TenantProfile>> ConfigureAsync(Caller caller, TenantProfile seen, TenantSettings settings)
    {
        var isTooMuch = settings.MaximumApiKeys is { } limit && limit != seen.MaximumApiKeys && caller.Tenant != TenantRegistry.Operator;
        return isTooMuch ? TenantRequestErrors.OperatorManaged("maximumApiKeys") : await tenants.ConfigureAsync(seen.Tenant, settings);
    }

    /// <summary>Suspends, resumes or closes a tenant; never the operator's own.</summary>
    public async Task<Result<TenantProfile>> SetStatusAsync(TenantProfile seen, TenantStatus status, string reason)
        => seen.Tenant == TenantRegistry.Operator ? TenantRequestErrors.OperatorItself : await tenants.SetStatusAsync(seen.Tenant, status, reason);

    /// <summary>Makes a key for a tenant.</summary>
    public async Task<Result<IssuedApiKey>> IssueKeyAsync(TenantId tenant, KeyRequest sent)
    {
        var request = sent.Read();
        return request.IsSuccess ? await users.IssueApiKeyAsync(tenant, request.Value) : Result.Failure<IssuedApiKey>(request.Errors);
    }

    /// <summary>Creates a tenant with its first policy and its first key. One that was interrupted is finished by the same request again.</summary>
    /// <param name="tenantId">Its id.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="policyFile">Its first policy; the built-in one where it is null.</param>
    /// <param name="cancellationToken">Asked between the steps.</param>
    public async Task<Result<CreatedTenant>> CreateAsync(string? tenantId, TenantSettings settings, ReadOnlyMemory<byte>? policyFile, CancellationToken cancellationToken)
    {
        if (!TenantId.IsValid(tenantId))
        {
            return TenantRequestErrors.IdInvalid(tenantId ?? "");
        }

        var tenant = new TenantId(tenantId);
        if (TenantSettings.Check(settings) is { Count: > 0 } errors)
        {
            return Result.Failure<CreatedTenant>(errors);
        }

        if (tenant == TenantRegistry.Operator || (await tenants.FindAsync(tenant) is not null && (await tenants.ListApiKeysAsync(tenant)).Count > 0))
        {
            return TenantRequestErrors.Exists(tenant);
        }

        var provisioned = await provisioner.EnsureAsync(tenant, policyFile ?? DemoPolicy.Utf8, cancellationToken);
        if (!provisioned.IsSuccess || provisioned.Value.ApiKey is not { } key)
        {
            return provisioned.IsSuccess ? TenantRequestErrors.Exists(tenant) : Result.Failure<CreatedTenant>(provisioned.Errors);
        }

        var configured = await tenants.ConfigureAsync(tenant, settings);
        return configured.IsSuccess ? new CreatedTenant(configured.Value, key) : Result.Failure<CreatedTenant>(configured.Errors);
    }
}
