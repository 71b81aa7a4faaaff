namespace FinancialFirewall.Domain.Policies;

/// <summary>What else there is to say of a decision. The bits are kept on disk and never change.</summary>
[Flags]
public enum OutcomeFlags : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Something could not be evaluated, so the decision is no milder than the fallback's.</summary>
    Degraded = 1,

    /// <summary>The toggles leave the fraud check on for this context.</summary>
    FraudCheckEnabled = 2,

    /// <summary>The bank's engine should have answered and did not.</summary>
    EngineMissing = 4,

    /// <summary>The bank's engine is to be asked after the answer (BATCH).</summary>
    EngineDeferred = 8,

    /// <summary>The fallback is more severe than what could be evaluated, and is the decision.</summary>
    FallbackDecided = 16,

    /// <summary>A criterion that is more severe than the deciding one, or the one that approves, could not be evaluated.</summary>
    CriterionUnknown = 32,
}
