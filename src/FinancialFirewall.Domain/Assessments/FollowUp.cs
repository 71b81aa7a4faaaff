using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>One thing that happened to an assessment after its first decision, or that somebody wants to happen.</summary>
/// <param name="Kind">What.</param>
/// <param name="By">Who, as the audit log names actors: <c>KEY/</c> and an id, say; at most <see cref="FollowUpRecord.MaximumNameBytes"/> bytes of UTF-8.</param>
public sealed record FollowUp(FollowUpKind Kind, string By)
{
    /// <summary>When it was recorded, by the partition's clock; unset while it is not.</summary>
    public Instant At { get; init; }

    /// <summary>Its number in the partition; 0 while it is not recorded.</summary>
    public long Sequence { get; init; }

    /// <summary>
    /// The decision of <see cref="FollowUpKind.DecidedInReview"/> and <see cref="FollowUpKind.Retried"/>; of <see cref="FollowUpKind.Voted"/> and
    /// <see cref="FollowUpKind.Disagreed"/> the one that this person wants.
    /// </summary>
    public Decision? Decision { get; init; }

    /// <summary>What <see cref="FollowUpKind.OutcomeReported"/> reports.</summary>
    public ReportedOutcome? Outcome { get; init; }

    /// <summary>Of a reported outcome, when it came about; of a claim, until when it holds.</summary>
    public Instant Moment { get; init; }

    /// <summary>The level of <see cref="FollowUpKind.Retried"/>.</summary>
    public RiskLevel? Level { get; init; }

    /// <summary>The score of <see cref="FollowUpKind.Retried"/>.</summary>
    public Score Score { get; init; }

    /// <summary>The policy version of <see cref="FollowUpKind.Retried"/>.</summary>
    public int PolicyVersion { get; init; }

    /// <summary>Who has it now, of <see cref="FollowUpKind.Claimed"/>; as long as <see cref="By"/> at most.</summary>
    public string Assignee { get; init; } = "";

    /// <summary>The caller's own name of the request, by which a repeated one is recognised; empty for none; as long as <see cref="By"/> at most.</summary>
    public string Key { get; init; } = "";

    /// <summary>The reason or the note; at most <see cref="FollowUpRecord.MaximumTextBytes"/> bytes of UTF-8.</summary>
    public string Text { get; init; } = "";
}
