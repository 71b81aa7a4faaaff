namespace FinancialFirewall.Domain.Configurations;

/// <summary>What is watched of the calls to the bank's engine.</summary>
/// <param name="Enabled">Whether anything is.</param>
/// <param name="MetricsEnabled">Whether figures are kept.</param>
/// <param name="LoggingEnabled">Whether calls are logged.</param>
public sealed record MonitoringConfig(bool? Enabled, bool? MetricsEnabled, bool? LoggingEnabled);
