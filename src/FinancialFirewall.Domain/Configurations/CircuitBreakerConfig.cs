namespace FinancialFirewall.Domain.Configurations;

/// <summary>When calls to the bank's engine are not even tried.</summary>
/// <param name="Enabled">Whether there is a circuit breaker.</param>
/// <param name="FailureThreshold">How many failures in a row open it.</param>
/// <param name="RecoveryTimeout">Milliseconds until it lets trial calls pass.</param>
/// <param name="HalfOpenMaxCalls">How many trial calls it lets pass at once.</param>
public sealed record CircuitBreakerConfig(bool? Enabled, int? FailureThreshold, int? RecoveryTimeout, int? HalfOpenMaxCalls);
