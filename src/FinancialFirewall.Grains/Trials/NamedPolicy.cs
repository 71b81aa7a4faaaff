using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Grains.Trials;

/// <summary>A policy that somebody named, before it is compiled.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Baseline">What it was made from.</param>
/// <param name="Name">What people call it.</param>
internal sealed record NamedPolicy(PolicyDocument Policy, PolicyDocument Baseline, string Name)
{
    /// <summary>The draft that it is; null for none.</summary>
    public Guid? Draft { get; init; }

    /// <summary>The state of the draft; null for none.</summary>
    public string? DraftTag { get; init; }

    /// <summary>The version that it is; null for none.</summary>
    public int? Version { get; init; }
}
