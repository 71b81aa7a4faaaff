namespace FinancialFirewall.Domain.Scoring;

/// <summary>How the factors that hold make the score. The numbers are kept on disk and never change.</summary>
public enum ScoringMethod : byte
{
    /// <summary>The sum of their weights, at most 1.</summary>
    Sum = 1,

    /// <summary>1 − Π(1 − weight), rounded half to even after each factor.</summary>
    NoisyOr = 2,

    /// <summary>The greatest of their weights.</summary>
    Max = 3,
}
