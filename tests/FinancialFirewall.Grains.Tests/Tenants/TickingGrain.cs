using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Tenants;
using Orleans;
using Orleans.Runtime;

namespace FinancialFirewall.Grains.Tests.Tenants;

/// <inheritdoc cref="ITickingGrain"/>
public sealed class TickingGrain : Grain, ITickingGrain
{
    private string? outcome;

    public Task CallAtTick(string target, string? scope)
    {
        this.RegisterGrainTimer(_ => CallAsync(target, scope), new GrainTimerCreationOptions(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));
        return Task.CompletedTask;
    }

    public Task<string?> GetOutcome() => Task.FromResult(outcome);

    private async Task CallAsync(string target, string? scope)
    {
        if (scope is not null)
        {
            TenantScope.Enter(new TenantId(scope));
        }

        try
        {
            await GrainFactory.GetGrain<ITenantGrain>(target).GetProfile();
            outcome = "served";
        }
        catch (Exception refusal)
        {
            outcome = refusal.GetType().Name;
        }
    }
}
