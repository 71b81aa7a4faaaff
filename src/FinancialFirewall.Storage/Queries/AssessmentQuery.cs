using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Queries;

/// <summary>
/// Which assessments of a tenant are wanted. A member that is empty or absent lets all through; those that are given all hold at once, and inside a list it
/// is enough that one value fits. The newest come first.
/// </summary>
public sealed record AssessmentQuery
{
    /// <summary>The largest page.</summary>
    public const int MaximumSize = 500;

    /// <summary>The most values of one list.</summary>
    public const int MaximumValues = 4_096;

    /// <summary>How far matches are counted, skipped and sorted.</summary>
    public const int MaximumCounted = 10_000;

    /// <summary>The hash of the debtor account (<see cref="Domain.Payments.PackedPayment.AccountHash"/>).</summary>
    public ulong? AccountHash { get; init; }

    /// <summary>Assessed at this time or later.</summary>
    public Instant? From { get; init; }

    /// <summary>Assessed before this time.</summary>
    public Instant? Until { get; init; }

    /// <summary>The risk levels.</summary>
    public IReadOnlyList<RiskLevel> Levels { get; init; } = [];

    /// <summary>The decisions, as they were recorded.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>The statuses, as they were recorded.</summary>
    public IReadOnlyList<AssessmentStatus> Statuses { get; init; } = [];

    /// <summary>The configurations that applied: one entry for each policy version that may have decided.</summary>
    public IReadOnlyList<ConfigurationPlace> Configurations { get; init; } = [];

    /// <summary>The factors that held: one entry for each configuration and policy version that may have decided.</summary>
    public IReadOnlyList<FactorPlace> Factors { get; init; } = [];

    /// <summary>The only ones that are wanted; <see langword="null"/> for any. What else is asked for holds as well.</summary>
    public IReadOnlySet<RecordAddress>? Among { get; init; }

    /// <summary>Some that are not wanted; <see langword="null"/> for none.</summary>
    public IReadOnlySet<RecordAddress>? Except { get; init; }

    /// <summary>What the records say that are wanted: assessments, or what happened to them later, which has a decision, and a status where it cancels.</summary>
    public RecordKind Kind { get; init; } = RecordKind.Assessment;

    /// <summary>How many are wanted, 1 to <see cref="MaximumSize"/>. Default: 50.</summary>
    public int Size { get; init; } = 50;

    /// <summary><see cref="AssessmentPage.Next"/> of the page before, of a query that is otherwise the same.</summary>
    public string? Cursor { get; init; }

    /// <summary>The order. Every other than the kept one sorts all matches, of which there may be <see cref="MaximumCounted"/>.</summary>
    public AssessmentOrder Order { get; init; }

    /// <summary>How many matches stand before the page, 0 to <see cref="MaximumCounted"/>. A cursor does the same at any depth and at no cost.</summary>
    public int Skip { get; init; }

    /// <summary>Whether to count the matches (<see cref="AssessmentPage.Matches"/>), the page's own and those around it.</summary>
    public bool CountsMatches { get; init; }
}
