namespace FinancialFirewall.Domain.Assessments;

/// <summary>What happened to an assessment after its first decision. The numbers are kept on disk and never change.</summary>
public enum FollowUpKind : byte
{
    /// <summary>A reviewer decided; APPROVE and REJECT are for good, others leave it waiting.</summary>
    DecidedInReview = 1,

    /// <summary>It was cancelled: nobody decides it any more.</summary>
    Cancelled = 2,

    /// <summary>What became of the payment was reported.</summary>
    OutcomeReported = 3,

    /// <summary>The same payment was decided anew by the policy in force.</summary>
    Retried = 4,

    /// <summary>The first of two persons decided, where two have to agree.</summary>
    Voted = 5,

    /// <summary>Somebody took it, or was given it, for a while.</summary>
    Claimed = 6,

    /// <summary>Whoever had it gave it back.</summary>
    Unclaimed = 7,

    /// <summary>Somebody wrote a note.</summary>
    Noted = 8,

    /// <summary>The second of two persons decided otherwise than the first: the decision is ESCALATE now.</summary>
    Disagreed = 9,
}
