using FinancialFirewall.Domain.Configurations;
using Orleans;

namespace FinancialFirewall.Grains.Configurations;

/// <summary>A configuration as a caller wants it to be.</summary>
/// <param name="Configuration">What was sent; the id and the times are the grain's to give, and masks stand for the secrets that are there.</param>
/// <param name="Tag">
/// What the caller has seen (<see cref="RiskConfigurationDocument.TagOf"/>), so that nobody's change is overwritten unseen; null where that does not matter.
/// </param>
[GenerateSerializer, Immutable, Alias("ff.SentConfiguration")]
public sealed record SentConfiguration([property: Id(0)] RiskConfiguration Configuration, [property: Id(1)] string? Tag = null);
