namespace FinancialFirewall.Domain.Configurations;

/// <summary>Rules about texts: regular expressions that match the whole text, in linear time.</summary>
public sealed record PatternRules
{
    /// <summary>The most patterns of one kind.</summary>
    public const int MaximumPatterns = 256;

    /// <summary>The longest pattern, in characters.</summary>
    public const int MaximumPatternLength = 1_000;

    /// <summary>Patterns of a suspicious <c>transactionReference</c>; null where not given.</summary>
    public IReadOnlyList<string>? SuspiciousReferencePatterns { get; init; }

    /// <summary>Patterns of a suspicious <c>description</c>; null where not given.</summary>
    public IReadOnlyList<string>? SuspiciousDescriptionPatterns { get; init; }
}
