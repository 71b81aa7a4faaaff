using Orleans;

namespace FinancialFirewall.Grains.Tests.Tenants;

/// <summary>A grain that calls a tenant's grain from a timer. Key: its tenant.</summary>
[Alias("ff.test.ITickingGrain")]
public interface ITickingGrain : IGrainWithStringKey
{
    /// <summary>Calls the grain of <paramref name="target"/> at the next tick, after entering <paramref name="scope"/>, where one is given.</summary>
    [Alias("CallAtTick")]
    Task CallAtTick(string target, string? scope);

    /// <summary>What came of it: "served", the name of the exception, or null before the tick.</summary>
    [Alias("GetOutcome")]
    Task<string?> GetOutcome();
}
