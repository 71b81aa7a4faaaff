using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Reviews;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Reviews;

namespace FinancialFirewall.Gateway.Reviews;

/// <summary>Makes of a request about an assessment what is to happen to it, in the name of whoever is behind the current flow; or says everything that is wrong with it.</summary>
internal static class ReviewRequestReader
{
    private const int UsualMinutes = 30;
    private const int MaximumMinutes = 8 * 60;
    private const int MaximumAssigneeLength = 100;

    /// <summary>A decision with its reason.</summary>
    public static Result<ReviewCommand> ReadDecision(ReviewTarget target, ReviewDecisionRequest sent)
    {
        var errors = new List<Error>();
        var decision = EnumNames.Find<Decision>(sent.Decision ?? "");
        if (decision is null)
        {
            errors.Add(RequestErrors.MemberInvalid("decision", sent.Decision ?? "", $"as {string.Join(", ", DecisionNames.All)}"));
        }

        var reason = ReviewText.Read(sent.Reason, "reason", isNeeded: true, errors);
        return Command(target, Begin(FollowUpKind.DecidedInReview, reason) with { Decision = decision }, errors);
    }

    /// <summary>A cancellation with its reason.</summary>
    public static Result<ReviewCommand> ReadCancellation(ReviewTarget target, ReasonRequest sent) => ReadReason(target, FollowUpKind.Cancelled, sent, isNeeded: true);

    /// <summary>A retry; its reason may be absent.</summary>
    public static Result<ReviewCommand> ReadRetry(ReviewTarget target, ReasonRequest sent) => ReadReason(target, FollowUpKind.Retried, sent, isNeeded: false);

    /// <summary>Giving back what somebody has; the reason may be absent.</summary>
    public static Result<ReviewCommand> ReadRelease(ReviewTarget target, ReasonRequest sent) => ReadReason(target, FollowUpKind.Unclaimed, sent, isNeeded: false);

    /// <summary>A note.</summary>
    public static Result<ReviewCommand> ReadNote(ReviewTarget target, NoteRequest sent)
    {
        var errors = new List<Error>();
        return Command(target, Begin(FollowUpKind.Noted, ReviewText.Read(sent.Text, "text", isNeeded: true, errors)), errors);
    }

    /// <summary>A claim for oneself.</summary>
    public static Result<ReviewCommand> ReadClaim(ReviewTarget target, ClaimRequest sent, Instant now)
    {
        var errors = new List<Error>();
        var claim = ReadClaim(sent, now, errors);
        if (sent.Assignee is { Length: > 0 } && !string.Equals(sent.Assignee, claim.By, StringComparison.Ordinal))
        {
            errors.Add(RequestErrors.MemberInvalid("assignee", sent.Assignee, "by reassigning the assessment, or left out to take it yourself"));
        }

        return Command(target, claim with { Assignee = claim.By }, errors);
    }

    /// <summary>Giving an assessment to somebody, whoever has it.</summary>
    public static Result<ReviewCommand> ReadReassignment(ReviewTarget target, ClaimRequest sent, Instant now)
    {
        var errors = new List<Error>();
        var (claim, assignee) = (ReadClaim(sent, now, errors), sent.Assignee ?? "");
        if (assignee.Length is 0 or > MaximumAssigneeLength || assignee.Any(char.IsControl))
        {
            errors.Add(RequestErrors.MemberInvalid("assignee", assignee, "as the audit log names actors, such as KEY/5f0c0123456789ab"));
        }

        return Command(target, claim with { Assignee = assignee }, errors, takesOver: true);
    }

    private static FollowUp Begin(FollowUpKind kind, string text) => new(kind, TenantReviews.CurrentActor) { Text = text };

    private static Result<ReviewCommand> ReadReason(ReviewTarget target, FollowUpKind kind, ReasonRequest sent, bool isNeeded)
    {
        var errors = new List<Error>();
        return Command(target, Begin(kind, ReviewText.Read(sent.Reason, "reason", isNeeded, errors)), errors);
    }

    private static Result<ReviewCommand> Command(ReviewTarget target, FollowUp wanted, List<Error> errors, bool takesOver = false)
    {
        if (!ReviewText.IsKey(target.Key))
        {
            errors.Add(RequestErrors.MemberInvalid("Idempotency-Key", target.Key, ReviewText.KeyForm));
        }

        if (!AssessmentId.TryParse(target.Id, out var assessment))
        {
            errors.Insert(0, RequestErrors.AssessmentUnknown(target.Id));
        }

        return errors.Count == 0
            ? new ReviewCommand(assessment, wanted with { Key = target.Key }, takesOver)
            : Result.Failure<ReviewCommand>(errors);
    }

    private static FollowUp ReadClaim(ClaimRequest sent, Instant now, List<Error> errors)
    {
        var minutes = sent.Minutes ?? UsualMinutes;
        if (minutes is < 1 or > MaximumMinutes)
        {
            errors.Add(RequestErrors.MemberInvalid("minutes", FormattableString.Invariant($"{minutes}"), FormattableString.Invariant($"as a whole number from 1 to {MaximumMinutes}")));
        }

        var claim = Begin(FollowUpKind.Claimed, ReviewText.Read(sent.Reason, "reason", isNeeded: false, errors));
        return claim with { Moment = now.Plus(TimeSpan.FromMinutes(minutes)) };
    }
}
