namespace FinancialFirewall.Domain.Configurations;

/// <summary>How rules and the bank's engine work together. The numbers are kept on disk and never change.</summary>
public enum RiskAssessmentType : byte
{
    /// <summary>Rules, and the engine where one is configured, before answering.</summary>
    RealTime = 1,

    /// <summary>Answers from the rules; the engine is called later.</summary>
    Batch = 2,

    /// <summary>Waits for the engine only when the rules' score reaches <see cref="Thresholds.HybridThreshold"/>.</summary>
    Hybrid = 3,

    /// <summary>Only the custom rules.</summary>
    Custom = 4,
}
