using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Reviews;

/// <summary>Why something does not happen to an assessment.</summary>
internal static class ReviewErrors
{
    public static Error KeyReused(FollowUp kept, FollowUp wanted) => new(
        ErrorKind.Conflict,
        "IDEMPOTENCY_KEY_REUSED",
        "Idempotency-Key",
        wanted.Key,
        $"This key belongs to another request about the assessment, of {kept.At}: use a new one for a new request.");

    public static Error TooMany(int count) => new(
        ErrorKind.Conflict, "FOLLOW_UPS_FULL", "", "", FormattableString.Invariant($"The assessment has {count} follow-ups already, and takes no more of this kind."));

    public static Error NotYet(Instant moment, Instant now) => new(
        ErrorKind.Invalid, "OUTCOME_AHEAD", "at", moment.ToString(), $"The outcome lies ahead: it is {now} here, and five minutes are allowed.");

    public static Error NotOpen(AssessmentStanding standing) => standing.Closing is { } closing
        ? new(
            ErrorKind.Conflict,
            "ASSESSMENT_CLOSED",
            "",
            "",
            $"{closing.By} closed the assessment at {closing.At}, {(standing.IsCancelled ? "cancelling it" : $"deciding {EnumNames<Decision>.Of(standing.Decision)}")}: nothing changes that.")
        : new(
            ErrorKind.Conflict,
            "ASSESSMENT_FINAL",
            "",
            "",
            $"The policy decided {EnumNames<Decision>.Of(standing.Decision)}, which waits for nobody; MANUAL_REVIEW, HOLD and ESCALATE do.");

    public static Error Claimed(FollowUp claim) => new(
        ErrorKind.Conflict, "REVIEW_CLAIMED", "", claim.Assignee, $"{claim.Assignee} has the assessment until {claim.Moment}: wait, or have it given to you.");

    public static Error NotClaimed() => new(ErrorKind.Conflict, "REVIEW_NOT_CLAIMED", "", "", "Nobody has the assessment now.");

    public static Error Unchanged(Decision decision) => new(
        ErrorKind.Conflict, "DECISION_UNCHANGED", "decision", EnumNames<Decision>.Of(decision), "The assessment has this decision already; state another one.");

    public static Error SecondNeeded(FollowUp vote) => new(
        ErrorKind.Conflict, "SECOND_PERSON_NEEDED", "", "", $"{vote.By} decided at {vote.At}; two different persons have to agree.");
}
