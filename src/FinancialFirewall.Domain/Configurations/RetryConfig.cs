namespace FinancialFirewall.Domain.Configurations;

/// <summary>How calls to the bank's engine are tried again.</summary>
/// <param name="MaxRetries">How many times after the first attempt.</param>
/// <param name="RetryDelayMs">Milliseconds before the first retry.</param>
/// <param name="BackoffMultiplier">By what each further delay is multiplied, at least 1.</param>
public sealed record RetryConfig(int? MaxRetries, int? RetryDelayMs, decimal? BackoffMultiplier);
