using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Reviews;

/// <summary>What may happen to an assessment after its first decision. A request that was kept before is recognised and changes nothing.</summary>
public static class ReviewRules
{
    /// <summary>The most follow-ups of one assessment.</summary>
    public const int MaximumFollowUps = 250;

    /// <summary>The most of them before notes and claims are refused: the rest is for decisions and outcomes.</summary>
    public const int MaximumRemarks = 200;

    /// <summary>How far ahead of the partition's clock an outcome may lie: clocks differ.</summary>
    private static readonly TimeSpan MaximumAhead = TimeSpan.FromMinutes(5);

    /// <summary>The follow-up of an earlier request that this one repeats; null where it repeats none. Refusal: <c>IDEMPOTENCY_KEY_REUSED</c>.</summary>
    /// <param name="standing">Where the assessment stands.</param>
    /// <param name="wanted">What is asked for.</param>
    public static Result<FollowUp?> FindRepeated(AssessmentStanding standing, FollowUp wanted)
    {
        if (wanted.Key.Length == 0)
        {
            return RepeatedWithoutKey(standing, wanted);
        }

        var kept = standing.All.FirstOrDefault(one => string.Equals(one.Key, wanted.Key, StringComparison.Ordinal));
        return kept is null || IsSameRequest(kept, wanted) ? kept : ReviewErrors.KeyReused(kept, wanted);
    }

    /// <summary>What is to be recorded; or why nothing is.</summary>
    /// <param name="standing">Where the assessment stands.</param>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="now">The partition's time.</param>
    /// <param name="takesTwo">Whether two persons have to agree on what closes an assessment.</param>
    /// <param name="takesOver">Whether a claim holds whoever has the assessment.</param>
    public static Result<FollowUp> Admit(AssessmentStanding standing, FollowUp wanted, Instant now, bool takesTwo, bool takesOver = false)
    {
        var isRemark = wanted.Kind is FollowUpKind.Noted or FollowUpKind.Claimed or FollowUpKind.Unclaimed;
        if (standing.All.Count >= (isRemark ? MaximumRemarks : MaximumFollowUps))
        {
            return ReviewErrors.TooMany(standing.All.Count);
        }

        if (wanted.Kind == FollowUpKind.OutcomeReported)
        {
            return wanted.Moment > now.Plus(MaximumAhead) ? ReviewErrors.NotYet(wanted.Moment, now)
                : IsTimed(wanted) ? wanted
                : wanted with { Moment = now };
        }

        if (wanted.Kind == FollowUpKind.Noted)
        {
            return wanted;
        }

        if (!standing.IsOpen && !PlantedBugs.DecideWhatIsClosed)
        {
            return ReviewErrors.NotOpen(standing);
        }

        return !takesOver && IsTakenByAnother(standing, wanted, now) ? ReviewErrors.Claimed(standing.Claim!) : wanted.Kind switch
        {
            FollowUpKind.DecidedInReview => Decide(standing, wanted, takesTwo),
            FollowUpKind.Unclaimed when standing.ClaimedBy(now) is null => ReviewErrors.NotClaimed(),
            _ => wanted,
        };
    }

    /// <summary>The reason for which a follow-up gives back what its payment took of the account's sums; null where it gives nothing back.</summary>
    public static ReleaseReason? ReleaseOf(FollowUp followUp) => followUp switch
    {
        { Kind: FollowUpKind.DecidedInReview or FollowUpKind.Retried, Decision: Decision.Reject } => ReleaseReason.RejectedInReview,
        { Kind: FollowUpKind.Cancelled } => ReleaseReason.Cancelled,
        { Kind: FollowUpKind.OutcomeReported, Outcome: ReportedOutcome.Failed } => ReleaseReason.NotExecuted,
        { Kind: FollowUpKind.OutcomeReported, Outcome: ReportedOutcome.Returned } => ReleaseReason.Return,
        _ => null,
    };

    private static bool IsTakenByAnother(AssessmentStanding standing, FollowUp wanted, Instant now)
        => standing.ClaimedBy(now) is { } holder && !string.Equals(holder, wanted.By, StringComparison.Ordinal);

    private static Result<FollowUp> Decide(AssessmentStanding standing, FollowUp wanted, bool takesTwo)
    {
        var decision = wanted.Decision!.Value;
        if (decision == standing.Decision)
        {
            return ReviewErrors.Unchanged(decision);
        }

        if (!takesTwo || AssessmentStanding.Waits(decision))
        {
            return wanted;
        }

        if (standing.Vote is not { } vote)
        {
            return wanted with { Kind = FollowUpKind.Voted };
        }

        // Two who do not agree leave it to somebody with more authority, who again needs a second one.
        return string.Equals(vote.By, wanted.By, StringComparison.Ordinal) ? ReviewErrors.SecondNeeded(vote)
            : vote.Decision == decision ? wanted
            : wanted with { Kind = FollowUpKind.Disagreed };
    }

    private static Result<FollowUp?> RepeatedWithoutKey(AssessmentStanding standing, FollowUp wanted)
    {
        var last = wanted.Kind switch
        {
            FollowUpKind.OutcomeReported when IsTimed(wanted) => standing.Outcomes.FirstOrDefault(one => IsSameRequest(one, wanted)),
            FollowUpKind.OutcomeReported => standing.Outcomes.LastOrDefault(),
            FollowUpKind.DecidedInReview => standing.Vote ?? standing.Latest,
            FollowUpKind.Cancelled => standing.Closing,
            _ => null,
        };
        return last is not null && IsSameRequest(last, wanted) ? last : Result.Success<FollowUp?>(null);
    }

    private static bool IsSameRequest(FollowUp kept, FollowUp wanted)
        => (kept.Kind == wanted.Kind || (kept.Kind is FollowUpKind.Voted or FollowUpKind.Disagreed && wanted.Kind == FollowUpKind.DecidedInReview))
            && string.Equals(kept.By, wanted.By, StringComparison.Ordinal)
            && string.Equals(kept.Text, wanted.Text, StringComparison.Ordinal)
            && string.Equals(kept.Assignee, wanted.Assignee, StringComparison.Ordinal)
            && kept.Outcome == wanted.Outcome
            && (wanted.Kind != FollowUpKind.DecidedInReview || kept.Decision == wanted.Decision)
            && (wanted.Kind != FollowUpKind.OutcomeReported || !IsTimed(wanted) || kept.Moment == wanted.Moment);

    private static bool IsTimed(FollowUp report) => report.Moment.UnixMicroseconds != 0;
}
