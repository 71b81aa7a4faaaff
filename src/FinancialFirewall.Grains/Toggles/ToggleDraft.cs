using FinancialFirewall.Domain.Toggles;
using Orleans;

namespace FinancialFirewall.Grains.Toggles;

/// <summary>A toggle as a caller wants it to be.</summary>
/// <param name="Toggle">What was sent; the id and the times are the grain's to give.</param>
/// <param name="Tag">
/// What the caller has seen (<see cref="ToggleDocument.TagOf"/>), so that nobody's change is overwritten unseen; null where that does not matter.
/// </param>
[GenerateSerializer, Immutable, Alias("ff.ToggleDraft")]
public sealed record ToggleDraft([property: Id(0)] Toggle Toggle, [property: Id(1)] string? Tag = null);
