using System.Globalization;
using FinancialFirewall.Simulation.Faults;
using Orleans.Simulation;

namespace FinancialFirewall.Simulation.Running;

/// <summary>What one history follows from.</summary>
/// <param name="Seed">What all choices follow from.</param>
/// <param name="Kinds">What may happen; null for the mixture that follows from the seed.</param>
/// <param name="Operations">How many operations the clients do together.</param>
internal sealed record SimulationSpec(int Seed, FaultKinds? Kinds = null, int Operations = SimulationSpec.UsualOperations)
{
    /// <summary>Whether the disk keeps nothing that is flushed and does not say so: a history in which something must be found to be wrong.</summary>
    public bool DiskLies { get; init; }

    /// <summary>Enough for files to fill, segments to merge and policies to follow one another.</summary>
    public const int UsualOperations = 120;

    /// <summary>What may happen. Each kind is there in two of three histories, so that faults are seen alone and together.</summary>
    public FaultKinds Mixture
    {
        get
        {
            if (Kinds is { } given)
            {
                return given;
            }

            var random = new SplitMix64(SplitMix64.Mix((ulong)Seed + 77));
            var kinds = FaultKinds.None;
            for (var kind = 1; kind <= (int)FaultKinds.All; kind <<= 1)
            {
                kinds |= random.Next(3) == 0 ? FaultKinds.None : (FaultKinds)kind;
            }

            return kinds;
        }
    }

    /// <summary>The command that runs the same history again.</summary>
    public string Command
    {
        get
        {
            var kinds = Kinds is { } given ? $" --only {given.ToString().Replace(" ", "", StringComparison.Ordinal)}" : "";
            var operations = Operations == UsualOperations ? "" : string.Create(CultureInfo.InvariantCulture, $" --operations {Operations}");
            return string.Create(CultureInfo.InvariantCulture, $"./simulate --seed {Seed} --seeds 1{operations}{kinds}");
        }
    }
}
