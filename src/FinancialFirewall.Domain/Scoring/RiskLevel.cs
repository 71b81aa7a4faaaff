namespace FinancialFirewall.Domain.Scoring;

/// <summary>How risky a payment is, from its score. The numbers are kept on disk and never change.</summary>
public enum RiskLevel : byte
{
    /// <summary>Below the medium threshold.</summary>
    Low = 1,

    /// <summary>0.3 and above, unless configured otherwise.</summary>
    Medium = 2,

    /// <summary>0.6 and above, unless configured otherwise.</summary>
    High = 3,

    /// <summary>0.8 and above, unless configured otherwise.</summary>
    Critical = 4,
}
