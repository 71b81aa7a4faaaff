namespace FinancialFirewall.Domain.Assessments;

/// <summary>What else a release says. The bits are kept on disk and never change.</summary>
[Flags]
public enum ReleaseFacts : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The amount in the base currency is known.</summary>
    HasBaseAmount = 1,
}
