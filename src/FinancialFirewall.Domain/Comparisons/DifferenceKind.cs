namespace FinancialFirewall.Domain.Comparisons;

/// <summary>What became of something from one policy to another.</summary>
public enum DifferenceKind
{
    /// <summary>Only the later one has it.</summary>
    Added,

    /// <summary>Only the earlier one has it.</summary>
    Removed,

    /// <summary>Both have it, and it is not the same.</summary>
    Changed,
}
