namespace FinancialFirewall.Grains.Trials;

/// <summary>A look at what a policy would have decided.</summary>
/// <param name="Choice">Which policy.</param>
public sealed record PolicyPreview(PolicyChoice Choice)
{
    /// <summary>On how many of the latest payments.</summary>
    public int Payments { get; init; } = 1_000;

    /// <summary>As of when counts what the policy leaves as it is.</summary>
    public PolicyAsOf AsOf { get; init; }

    /// <summary>How many payments of each change are kept.</summary>
    public int Samples { get; init; } = TrialTally.MaximumSamples;
}
