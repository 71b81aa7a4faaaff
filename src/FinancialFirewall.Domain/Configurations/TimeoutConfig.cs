namespace FinancialFirewall.Domain.Configurations;

/// <summary>How long to wait for the bank's engine, and for an assessment to become final.</summary>
/// <param name="TimeoutMs">Milliseconds for one attempt; excludes <paramref name="TimeoutSeconds"/>.</param>
/// <param name="TimeoutSeconds">Seconds for one attempt; excludes <paramref name="TimeoutMs"/>.</param>
/// <param name="TimeoutMinutes">Minutes after which an assessment that is not final expires.</param>
/// <param name="DeadlineMs">Milliseconds for all attempts together.</param>
public sealed record TimeoutConfig(int? TimeoutMs, int? TimeoutSeconds, int? TimeoutMinutes, int? DeadlineMs);
