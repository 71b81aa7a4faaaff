using FinancialFirewall.Simulation.Faults;
using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Running;

/// <summary>What came of one history.</summary>
/// <param name="Spec">What it followed from.</param>
/// <param name="Violation">What was wrong; null where nothing was.</param>
/// <param name="TraceHash">A hash of every step: equal for equal histories.</param>
internal sealed record SimulationResult(SimulationSpec Spec, Violation? Violation, ulong TraceHash)
{
    /// <summary>How much virtual time went by.</summary>
    public TimeSpan Simulated { get; init; }

    public long Steps { get; init; }

    public int Payments { get; init; }

    public int Answers { get; init; }

    public int Starts { get; init; }

    public int PowerLosses { get; init; }

    public int ProcessKills { get; init; }

    /// <summary>How often each kind of fault was injected.</summary>
    public IReadOnlyDictionary<FaultKinds, int> Faults { get; init; } = new Dictionary<FaultKinds, int>();
}
