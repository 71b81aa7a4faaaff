namespace FinancialFirewall.Domain.Configurations;

/// <summary>Rules about where a payment comes from and goes to.</summary>
public sealed record LocationRules
{
    /// <summary>The most countries.</summary>
    public const int MaximumCountries = 300;

    /// <summary>The most IP ranges.</summary>
    public const int MaximumIpRanges = 10_000;

    /// <summary>ISO 3166 alpha-2 codes, compared with <c>country</c>, <c>fromCountry</c> and <c>toCountry</c>; null where not given.</summary>
    public IReadOnlyList<string>? HighRiskCountries { get; init; }

    /// <summary>IP addresses and CIDR ranges of either family; null where not given.</summary>
    public IReadOnlyList<string>? SuspiciousIpRanges { get; init; }
}
