using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Policies;

/// <summary>Everything that decides about a tenant's payments, as data: what a policy file holds.</summary>
public sealed record PolicyDocument
{
    /// <summary>The most configurations.</summary>
    public const int MaximumConfigurations = 1_000;

    /// <summary>The most toggles.</summary>
    public const int MaximumToggles = 10_000;

    /// <summary>The most lists.</summary>
    public const int MaximumLists = 256;

    /// <summary>The ISO 4217 code of the currency in which amounts are compared and summed.</summary>
    public required string BaseCurrency { get; init; }

    /// <summary>The day or the moment of the rates, RFC 3339, as it was given; null where not given.</summary>
    public string? RatesAsOf { get; init; }

    /// <summary>Units of a currency per one unit of the base currency, by ISO 4217 code, in the order they were given.</summary>
    public IReadOnlyList<KeyValuePair<string, decimal>> Rates { get; init; } = [];

    /// <summary>The risk configurations.</summary>
    public IReadOnlyList<RiskConfiguration> Configurations { get; init; } = [];

    /// <summary>The toggles.</summary>
    public IReadOnlyList<Toggle> Toggles { get; init; } = [];

    /// <summary>The lists, with distinct names.</summary>
    public IReadOnlyList<ListDefinition> Lists { get; init; } = [];

    /// <summary>The same policy without what its lists hold, which changes while everything else stays.</summary>
    public PolicyDocument WithoutContents() => this with { Lists = [.. Lists.Select(static list => list with { Entries = [], Content = null })] };

    /// <summary>Whether two policies say the same, but for what their lists hold.</summary>
    public bool DiffersInContentsAlone(PolicyDocument other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return PolicyDocumentWriter.Write(WithoutContents()).AsSpan().SequenceEqual(PolicyDocumentWriter.Write(other.WithoutContents()));
    }
}
