using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Tenants;
using Orleans;

namespace FinancialFirewall.Grains.Backtests;

/// <summary>The way in to tenants' backtests.</summary>
public sealed class TenantBacktests(IGrainFactory grains)
{
    /// <inheritdoc cref="IBacktestGrain.Start"/>
    public Task<Result<Backtest>> StartAsync(TenantId tenant, BacktestRequest request) => Of(tenant).Start(request);

    /// <inheritdoc cref="IBacktestGrain.Find"/>
    public Task<Result<Backtest>> FindAsync(TenantId tenant, Guid id) => Of(tenant).Find(id);

    /// <inheritdoc cref="IBacktestGrain.List"/>
    public Task<IReadOnlyList<Backtest>> ListAsync(TenantId tenant) => Of(tenant).List();

    /// <inheritdoc cref="IBacktestGrain.Cancel"/>
    public Task<Result<Backtest>> CancelAsync(TenantId tenant, Guid id) => Of(tenant).Cancel(id);

    private IBacktestGrain Of(TenantId tenant)
    {
        TenantScope.Enter(tenant);
        return grains.GetGrain<IBacktestGrain>(tenant.Name);
    }
}
