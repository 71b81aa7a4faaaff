using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Reviews;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Reviews;

/// <summary>Takes an assessment for a while, gives it back or to somebody else, and writes notes about it.</summary>
internal sealed class ClaimEndpoint(TenantReviews reviews, TimeProvider time)
{
    private const int UsualMinutes = 30;
    private const int MaximumMinutes = 8 * 60;
    private const int MaximumAssigneeLength = 100;

    public static Task HandleClaimAsync(HttpContext context, ClaimEndpoint endpoint, string id) => endpoint.ClaimAsync(context, id, isForAnother: false);

    public static Task HandleReassignAsync(HttpContext context, ClaimEndpoint endpoint, string id) => endpoint.ClaimAsync(context, id, isForAnother: true);

    public static Task HandleReleaseAsync(HttpContext context, ClaimEndpoint endpoint, string id) => endpoint.ReleaseAsync(context, id);

    public static Task HandleNoteAsync(HttpContext context, ClaimEndpoint endpoint, string id) => endpoint.NoteAsync(context, id);

    private async Task ClaimAsync(HttpContext context, string id, bool isForAnother)
    {
        var sent = await RequestDocument.ReadAsync<ClaimRequest>(context.Request);
        if (!sent.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, sent.Errors);
            return;
        }

        var errors = new List<Error>();
        var minutes = sent.Value.Minutes ?? UsualMinutes;
        if (minutes is < 1 or > MaximumMinutes)
        {
            errors.Add(RequestErrors.MemberInvalid("minutes", FormattableString.Invariant($"{minutes}"), FormattableString.Invariant($"as a whole number from 1 to {MaximumMinutes}")));
        }

        var wanted = ReviewRequestReader.Begin(context, FollowUpKind.Claimed, sent.Value.Reason, "reason", isNeeded: false, errors);
        var until = Instant.From(time.GetUtcNow()).Plus(TimeSpan.FromMinutes(minutes));
        await ReviewResponse.AnswerAsync(context, reviews, id, wanted with { Assignee = ReadAssignee(sent.Value, wanted, isForAnother, errors), Moment = until }, errors);
    }

    private async Task ReleaseAsync(HttpContext context, string id)
    {
        var errors = new List<Error>();
        await ReviewResponse.AnswerAsync(context, reviews, id, ReviewRequestReader.Begin(context, FollowUpKind.Unclaimed, "", "reason", isNeeded: false, errors), errors);
    }

    private async Task NoteAsync(HttpContext context, string id)
    {
        var sent = await RequestDocument.ReadAsync<NoteRequest>(context.Request);
        if (!sent.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, sent.Errors);
            return;
        }

        var errors = new List<Error>();
        await ReviewResponse.AnswerAsync(context, reviews, id, ReviewRequestReader.Begin(context, FollowUpKind.Noted, sent.Value.Text, "text", isNeeded: true, errors), errors);
    }

    /// <summary>Who has it from now on: the caller, unless somebody else is named where that is allowed.</summary>
    private static string ReadAssignee(ClaimRequest sent, FollowUp wanted, bool isForAnother, List<Error> errors)
    {
        var assignee = sent.Assignee ?? "";
        if (!isForAnother)
        {
            if (assignee.Length > 0 && !string.Equals(assignee, wanted.By, StringComparison.Ordinal))
            {
                errors.Add(RequestErrors.MemberInvalid("assignee", assignee, "to somebody else by /reassign, or leave it out to take it yourself"));
            }

            return wanted.By;
        }

        if (assignee.Length > MaximumAssigneeLength || assignee.IndexOf('/', StringComparison.Ordinal) is < 1 || assignee.Any(char.IsControl))
        {
            errors.Add(RequestErrors.MemberInvalid("assignee", assignee, "as the audit log names actors, such as KEY/5f0c0123456789ab"));
        }

        return assignee;
    }
}
