using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Grains.Trials;

/// <summary>A policy that is tried.</summary>
/// <param name="Compiled">The policy, compiled as the version after the one in force.</param>
/// <param name="Baseline">What it was made from: what it does not say otherwise, it leaves as it is.</param>
/// <param name="Name">What people call it.</param>
internal sealed record ChosenPolicy(CompiledPolicy Compiled, PolicyDocument Baseline, string Name)
{
    /// <summary>The draft that it is; null for none.</summary>
    public Guid? Draft { get; init; }

    /// <summary>The state of the draft; null for none.</summary>
    public string? DraftTag { get; init; }

    /// <summary>The version that it is; null for none.</summary>
    public int? Version { get; init; }
}
