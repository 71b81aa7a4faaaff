using FinancialFirewall.Simulator;
using FinancialFirewall.Simulator.Writing;

namespace FinancialFirewall.Host.Simulating;

/// <summary>What <c>firewall simulate</c> was told.</summary>
/// <param name="World">What the world is like.</param>
/// <param name="Count">The most payments; null for all of the world's days.</param>
/// <param name="Output">Where payments go; <c>-</c> is standard output, null nowhere.</param>
/// <param name="Labels">Where labels go; null nowhere.</param>
/// <param name="Format">How payments are written.</param>
/// <param name="Pictures">A directory for pictures of the run's rhythms; null for none.</param>
internal sealed record SimulateOptions(SimulationOptions World, long? Count, string? Output, string? Labels, PaymentFormat Format, string? Pictures)
{
    /// <summary>Stands for standard output.</summary>
    public const string Standard = "-";

    /// <summary>What the label file beside a file of payments is called.</summary>
    public static string LabelsBeside(string output) => output + ".labels.csv";
}
