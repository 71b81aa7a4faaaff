namespace FinancialFirewall.Domain.Toggles;

/// <summary>A toggle that did not decide.</summary>
/// <param name="Toggle">The toggle.</param>
/// <param name="Reason">Why.</param>
/// <param name="Sentence">Why, for people.</param>
public sealed record ToggleLoss(Toggle Toggle, ToggleLossReason Reason, string Sentence);
