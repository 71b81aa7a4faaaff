using FinancialFirewall.Domain.Scoring;
using Orleans;

namespace FinancialFirewall.Grains.Shadows;

/// <summary>How many payments got one decision and would have got another one, or the same.</summary>
/// <param name="Live">What was decided.</param>
/// <param name="Shadow">What the draft would have decided.</param>
/// <param name="Count">How many.</param>
[GenerateSerializer, Immutable, Alias("ff.ShadowPair")]
public sealed record ShadowPair([property: Id(0)] Decision Live, [property: Id(1)] Decision Shadow, [property: Id(2)] long Count);
