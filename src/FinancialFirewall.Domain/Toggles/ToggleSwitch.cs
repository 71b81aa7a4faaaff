namespace FinancialFirewall.Domain.Toggles;

/// <summary>What a caller says who wants the check on or off for one context.</summary>
/// <param name="Context">The context.</param>
/// <param name="Tenant">The tenant as the caller names it; null where it is left to the credentials.</param>
/// <param name="Reason">Why, for people; null where nothing is said.</param>
/// <param name="CreatedBy">A remark on who wants it; null where nothing is said.</param>
public sealed record ToggleSwitch(ToggleContext Context, string? Tenant, string? Reason, string? CreatedBy);
