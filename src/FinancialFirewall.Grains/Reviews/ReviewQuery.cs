using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Grains.Reviews;

/// <summary>Which open reviews are wanted; a member that is empty or absent lets all through.</summary>
public sealed record ReviewQuery
{
    /// <summary>The largest page.</summary>
    public const int MaximumSize = 500;

    /// <summary>The risk levels.</summary>
    public IReadOnlyList<RiskLevel> Levels { get; init; } = [];

    /// <summary>The decisions that wait.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>What <see cref="ClaimedBy"/> is for those that somebody has, whoever it is.</summary>
    public const string Somebody = "*";

    /// <summary>Who has it; empty for those that nobody has, <see cref="Somebody"/> for those that somebody has.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>Whether it is overdue.</summary>
    public bool? IsOverdue { get; init; }

    /// <summary>By what they are sorted.</summary>
    public ReviewOrder Order { get; init; }

    /// <summary>Whether the least comes first; else the oldest, the largest amount, the highest score, what is due first.</summary>
    public bool IsReversed { get; init; }

    /// <summary>How many stand before the page.</summary>
    public int Skip { get; init; }

    /// <summary>How many are wanted, 1 to <see cref="MaximumSize"/>.</summary>
    public int Size { get; init; } = 50;
}
