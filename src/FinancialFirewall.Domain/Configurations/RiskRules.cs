using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>The seven rule families, custom rules, and the weights that differ from the default. A family that is null has no factors.</summary>
public sealed record RiskRules
{
    /// <summary>The most factors of one configuration, families' and custom ones together.</summary>
    public const int MaximumFactors = 256;

    /// <summary>Rules about the amount.</summary>
    public AmountRules? AmountRules { get; init; }

    /// <summary>Rules about how often and how much the account pays.</summary>
    public FrequencyRules? FrequencyRules { get; init; }

    /// <summary>Rules about countries and IP addresses.</summary>
    public LocationRules? LocationRules { get; init; }

    /// <summary>Rules about the time of day and the weekday.</summary>
    public TimeRules? TimeRules { get; init; }

    /// <summary>Rules about the account.</summary>
    public AccountRules? AccountRules { get; init; }

    /// <summary>Rules about the device.</summary>
    public DeviceRules? DeviceRules { get; init; }

    /// <summary>Rules about texts.</summary>
    public PatternRules? PatternRules { get; init; }

    /// <summary>Rules in the expression language, in the order they are evaluated; null where not given.</summary>
    public IReadOnlyList<CustomRule>? CustomRules { get; init; }

    /// <summary>Weights by a factor's name; null where not given.</summary>
    public IReadOnlyList<KeyValuePair<string, Score>>? Weights { get; init; }

    /// <summary>How the factors make the score; null where not given here.</summary>
    public ScoringMethod? Scoring { get; init; }
}
