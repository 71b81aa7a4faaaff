using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Grains.Tenants;
using Orleans;

namespace FinancialFirewall.Grains.Toggles;

/// <summary>The way in to tenants' toggles.</summary>
public sealed class TenantToggles(IGrainFactory grains)
{
    /// <inheritdoc cref="IToggleGrain.List"/>
    public Task<IReadOnlyList<Toggle>> ListAsync(TenantId tenant) => Of(tenant).List();

    /// <inheritdoc cref="IToggleGrain.Check"/>
    public Task<ToggleResolution> CheckAsync(TenantId tenant, ToggleContext context) => Of(tenant).Check(context);

    /// <inheritdoc cref="IToggleGrain.Set"/>
    public Task<Result<Toggle>> SetAsync(TenantId tenant, ToggleCommand command) => Of(tenant).Set(command);

    /// <inheritdoc cref="IToggleGrain.Create"/>
    public Task<Result<Toggle>> CreateAsync(TenantId tenant, Toggle toggle) => Of(tenant).Create(new ToggleDraft(toggle));

    /// <inheritdoc cref="IToggleGrain.Replace"/>
    public Task<Result<Toggle>> ReplaceAsync(TenantId tenant, Guid id, ToggleDraft draft) => Of(tenant).Replace(id, draft);

    /// <inheritdoc cref="IToggleGrain.Delete"/>
    public Task<Result<Toggle>> DeleteAsync(TenantId tenant, Guid id, string? tag) => Of(tenant).Delete(id, tag);

    /// <inheritdoc cref="IPolicyGrain.Verify"/>
    public Task<Result<PolicyAgreement>> VerifyAsync(TenantId tenant)
    {
        TenantScope.Enter(tenant);
        return grains.GetGrain<IPolicyGrain>(tenant.Name).Verify();
    }

    private IToggleGrain Of(TenantId tenant)
    {
        TenantScope.Enter(tenant);
        return grains.GetGrain<IToggleGrain>(tenant.Name);
    }
}
