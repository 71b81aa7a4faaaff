using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Tenants;
using Orleans;

namespace FinancialFirewall.Grains.Configurations;

/// <summary>The way in to tenants' configurations.</summary>
public sealed class TenantConfigurations(IGrainFactory grains)
{
    /// <inheritdoc cref="IConfigurationGrain.List"/>
    public Task<IReadOnlyList<RiskConfiguration>> ListAsync(TenantId tenant) => Of(tenant).List();

    /// <inheritdoc cref="IConfigurationGrain.Select"/>
    public Task<ConfigurationSelection> SelectAsync(TenantId tenant, ConfigurationContext context) => Of(tenant).Select(context);

    /// <inheritdoc cref="IConfigurationGrain.Create"/>
    public Task<Result<RiskConfiguration>> CreateAsync(TenantId tenant, RiskConfiguration configuration) => Of(tenant).Create(new SentConfiguration(configuration));

    /// <inheritdoc cref="IConfigurationGrain.Replace"/>
    public Task<Result<RiskConfiguration>> ReplaceAsync(TenantId tenant, Guid id, SentConfiguration sent) => Of(tenant).Replace(id, sent);

    /// <inheritdoc cref="IConfigurationGrain.Delete"/>
    public Task<Result<RiskConfiguration>> DeleteAsync(TenantId tenant, Guid id, string? tag) => Of(tenant).Delete(id, tag);

    private IConfigurationGrain Of(TenantId tenant)
    {
        TenantScope.Enter(tenant);
        return grains.GetGrain<IConfigurationGrain>(tenant.Name);
    }
}
