using System.Numerics;
using FinancialFirewall.Simulation.Faults;

namespace FinancialFirewall.Simulation.Running;

/// <summary>Looks for a shorter history, and one in which less happens, that breaks the same rule.</summary>
internal static class Shrinker
{
    /// <summary>How many histories are tried at the most.</summary>
    public const int MaximumRuns = 40;

    /// <summary>Shrinks a history that was found to be wrong.</summary>
    /// <returns>The shortest one found; the given one where none is shorter.</returns>
    public static SimulationResult Shrink(SimulationResult failed)
    {
        var (best, runs) = (failed, 0);
        foreach (var divisor in (int[])[8, 4, 2])
        {
            if (Try(best.Spec with { Operations = Math.Max(1, failed.Spec.Operations / divisor) }))
            {
                break;
            }
        }

        for (var isShorter = true; isShorter && runs < MaximumRuns;)
        {
            isShorter = false;
            for (var kind = 1; kind <= (int)FaultKinds.All; kind <<= 1)
            {
                isShorter |= best.Spec.Mixture.HasFlag((FaultKinds)kind) && Try(best.Spec with { Kinds = best.Spec.Mixture & ~(FaultKinds)kind });
            }

            isShorter |= best.Spec.Operations > 1 && Try(best.Spec with { Operations = best.Spec.Operations * 3 / 4 });
        }

        return best;

        bool Try(SimulationSpec spec)
        {
            if (runs++ >= MaximumRuns || SimulationRun.Run(spec) is not { Violation: { } violation } shorter
                || !string.Equals(violation.Check, failed.Violation!.Check, StringComparison.Ordinal))
            {
                return false;
            }

            best = shorter;
            return true;
        }
    }

    /// <summary>How many kinds of things happen in a history.</summary>
    public static int KindsOf(SimulationSpec spec) => BitOperations.PopCount((uint)spec.Mixture);
}
