using FinancialFirewall.Domain.Scoring;
using Orleans;

namespace FinancialFirewall.Grains.Trials;

/// <summary>The payments that got one decision and would have got another one, or the same.</summary>
/// <param name="Before">What was decided.</param>
/// <param name="After">What would have been decided.</param>
/// <param name="Value">How many, and their amounts.</param>
[GenerateSerializer, Immutable, Alias("ff.DecisionPair")]
public sealed record DecisionPair([property: Id(0)] Decision Before, [property: Id(1)] Decision After, [property: Id(2)] MovedValue Value);
