namespace FinancialFirewall.Storage.Facts;

/// <summary>How far an assessment was when its record was written. The numbers are kept on disk and never change.</summary>
public enum AssessmentStatus : byte
{
    /// <summary>The record is no assessment.</summary>
    None = 0,

    /// <summary>Decided for good.</summary>
    Completed = 1,

    /// <summary>It waits for a bank's engine.</summary>
    Reserved = 2,

    /// <summary>What was reserved is given back.</summary>
    Released = 3,
}
