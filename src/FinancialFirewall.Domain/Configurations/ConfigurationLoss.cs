namespace FinancialFirewall.Domain.Configurations;

/// <summary>A configuration that does not decide.</summary>
/// <param name="Configuration">The configuration.</param>
/// <param name="Reason">Why.</param>
/// <param name="Sentence">Why, for people.</param>
public sealed record ConfigurationLoss(RiskConfiguration Configuration, ConfigurationLossReason Reason, string Sentence);
