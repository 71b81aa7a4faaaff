namespace FinancialFirewall.Domain.Assessments;

/// <summary>Why an amount leaves the sums of its account. The numbers are kept on disk and never change.</summary>
public enum ReleaseReason : byte
{
    /// <summary>A refund.</summary>
    Refund = 1,

    /// <summary>A reversal.</summary>
    Reversal = 2,

    /// <summary>A return.</summary>
    Return = 3,

    /// <summary>A reviewer rejected the payment.</summary>
    RejectedInReview = 4,

    /// <summary>The assessment was cancelled.</summary>
    Cancelled = 5,

    /// <summary>The reservation expired.</summary>
    Expired = 6,

    /// <summary>The payment is reported as not executed.</summary>
    NotExecuted = 7,
}
