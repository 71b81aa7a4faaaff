using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>The groups of settings around the bank's engine as JSON.</summary>
internal static class EngineSettingsDocument
{
    internal const int MaximumTimeoutMs = 300_000;
    internal const int MaximumTimeoutSeconds = MaximumTimeoutMs / 1_000;
    internal const int MaximumRetries = 10;

    private const int MaximumExpiryMinutes = 60 * 24 * 90;
    private const int MaximumRetryDelayMs = 60_000;
    private const decimal MaximumMultiplier = 10;
    private const int MaximumFailures = 10_000;
    private const int MaximumRecoveryMs = 3_600_000;

    internal static TimeoutConfig ReadTimeout(DocumentObject document)
    {
        var config = new TimeoutConfig(
            document.Whole("timeoutMs", 1, MaximumTimeoutMs),
            document.Whole("timeoutSeconds", 1, MaximumTimeoutSeconds),
            document.Whole("timeoutMinutes", 1, MaximumExpiryMinutes),
            document.Whole("deadlineMs", 1, MaximumTimeoutMs));
        document.Close();
        if (config is { TimeoutMs: not null, TimeoutSeconds: not null })
        {
            const string Message = "State 'timeoutMs' or 'timeoutSeconds', not both.";
            document.Refuse("timeoutSeconds", "MEMBERS_EXCLUSIVE", $"{config.TimeoutSeconds}", Message);
        }

        return config;
    }

    internal static RetryConfig ReadRetry(DocumentObject document)
    {
        var config = new RetryConfig(
            document.Whole("maxRetries", 0, MaximumRetries),
            document.Whole("retryDelayMs", 0, MaximumRetryDelayMs),
            document.Number("backoffMultiplier", 1, MaximumMultiplier, decimals: 4));
        document.Close();
        return config;
    }

    internal static CircuitBreakerConfig ReadCircuitBreaker(DocumentObject document)
    {
        var config = new CircuitBreakerConfig(
            document.Truth("enabled"),
            document.Whole("failureThreshold", 1, MaximumFailures),
            document.Whole("recoveryTimeout", 1, MaximumRecoveryMs),
            document.Whole("halfOpenMaxCalls", 1, MaximumFailures));
        document.Close();
        return config;
    }

    internal static FallbackConfig ReadFallback(DocumentObject document)
    {
        var config = new FallbackConfig(
            document.Choice<Decision>("decision"), document.Choice<RiskLevel>("riskLevel"), document.Text("reason", FallbackConfig.MaximumReasonLength));
        document.Close();
        return config;
    }

    internal static MonitoringConfig ReadMonitoring(DocumentObject document)
    {
        var config = new MonitoringConfig(document.Truth("enabled"), document.Truth("metricsEnabled"), document.Truth("loggingEnabled"));
        document.Close();
        return config;
    }

    internal static AlertingConfig ReadAlerting(DocumentObject document)
    {
        var config = new AlertingConfig(
            document.Truth("enabled"), document.Truth("highRiskAlerts"), document.Truth("criticalRiskAlerts"), document.Truth("apiFailureAlerts"));
        document.Close();
        return config;
    }

    internal static void Write(DocumentWriter writer, TimeoutConfig config)
    {
        writer.Whole("timeoutMs", config.TimeoutMs);
        writer.Whole("timeoutSeconds", config.TimeoutSeconds);
        writer.Whole("timeoutMinutes", config.TimeoutMinutes);
        writer.Whole("deadlineMs", config.DeadlineMs);
    }

    internal static void Write(DocumentWriter writer, RetryConfig config)
    {
        writer.Whole("maxRetries", config.MaxRetries);
        writer.Whole("retryDelayMs", config.RetryDelayMs);
        writer.Number("backoffMultiplier", config.BackoffMultiplier);
    }

    internal static void Write(DocumentWriter writer, CircuitBreakerConfig config)
    {
        writer.Truth("enabled", config.Enabled);
        writer.Whole("failureThreshold", config.FailureThreshold);
        writer.Whole("recoveryTimeout", config.RecoveryTimeout);
        writer.Whole("halfOpenMaxCalls", config.HalfOpenMaxCalls);
    }

    internal static void Write(DocumentWriter writer, FallbackConfig config)
    {
        writer.Choice("decision", config.Decision);
        writer.Choice("riskLevel", config.RiskLevel);
        writer.Text("reason", config.Reason);
    }

    internal static void Write(DocumentWriter writer, MonitoringConfig config)
    {
        writer.Truth("enabled", config.Enabled);
        writer.Truth("metricsEnabled", config.MetricsEnabled);
        writer.Truth("loggingEnabled", config.LoggingEnabled);
    }

    internal static void Write(DocumentWriter writer, AlertingConfig config)
    {
        writer.Truth("enabled", config.Enabled);
        writer.Truth("highRiskAlerts", config.HighRiskAlerts);
        writer.Truth("criticalRiskAlerts", config.CriticalRiskAlerts);
        writer.Truth("apiFailureAlerts", config.ApiFailureAlerts);
    }
}
