namespace FinancialFirewall.Domain.Scoring;

/// <summary>What becomes of a payment. A larger number is more severe; the numbers are kept on disk and never change.</summary>
public enum Decision : byte
{
    /// <summary>Execute it.</summary>
    Approve = 1,

    /// <summary>A person decides.</summary>
    ManualReview = 2,

    /// <summary>Keep it back until it is released or returned.</summary>
    Hold = 3,

    /// <summary>A person with more authority decides.</summary>
    Escalate = 4,

    /// <summary>Do not execute it.</summary>
    Reject = 5,
}
