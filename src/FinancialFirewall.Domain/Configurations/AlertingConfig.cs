namespace FinancialFirewall.Domain.Configurations;

/// <summary>What raises alerts.</summary>
/// <param name="Enabled">Whether anything does.</param>
/// <param name="HighRiskAlerts">Whether payments of high risk do.</param>
/// <param name="CriticalRiskAlerts">Whether payments of critical risk do.</param>
/// <param name="ApiFailureAlerts">Whether failures of the bank's engine do.</param>
public sealed record AlertingConfig(bool? Enabled, bool? HighRiskAlerts, bool? CriticalRiskAlerts, bool? ApiFailureAlerts);
