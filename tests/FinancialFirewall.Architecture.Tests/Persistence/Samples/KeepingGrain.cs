using Orleans.Runtime;

namespace FinancialFirewall.Architecture.Tests.Persistence.Samples;

/// <summary>Keeps a state.</summary>
internal sealed class KeepingGrain(IPersistentState<KeptState> state)
{
    public KeptState State => state.State;
}
