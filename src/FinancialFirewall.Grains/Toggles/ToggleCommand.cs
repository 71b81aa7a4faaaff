using FinancialFirewall.Domain.Toggles;
using Orleans;

namespace FinancialFirewall.Grains.Toggles;

/// <summary>Switches the fraud check on or off for one context.</summary>
/// <param name="Context">The context.</param>
/// <param name="IsEnabled">On or off; null for the opposite of what it is now.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="CreatedBy">A remark on who wanted it.</param>
[GenerateSerializer, Immutable, Alias("ff.ToggleCommand")]
public sealed record ToggleCommand(
    [property: Id(0)] ToggleContext Context, [property: Id(1)] bool? IsEnabled, [property: Id(2)] string? Reason, [property: Id(3)] string? CreatedBy);
