using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Reviews;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Reviews;

/// <summary>Decides, cancels and retries an assessment that waits for a person.</summary>
internal sealed class ReviewEndpoint(TenantReviews reviews)
{
    public static Task HandleDecisionAsync(HttpContext context, ReviewEndpoint endpoint, string id) => endpoint.DecideAsync(context, id);

    public static Task HandleCancelAsync(HttpContext context, ReviewEndpoint endpoint, string id)
        => endpoint.TakeAsync(context, id, FollowUpKind.Cancelled, isReasonNeeded: true);

    public static Task HandleRetryAsync(HttpContext context, ReviewEndpoint endpoint, string id)
        => endpoint.TakeAsync(context, id, FollowUpKind.Retried, isReasonNeeded: false);

    private async Task DecideAsync(HttpContext context, string id)
    {
        var sent = await RequestDocument.ReadAsync<ReviewDecisionRequest>(context.Request);
        if (!sent.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, sent.Errors);
            return;
        }

        var errors = new List<Error>();
        var decision = ReviewRequestReader.ReadDecision(sent.Value.Decision, errors);
        var wanted = ReviewRequestReader.Begin(context, FollowUpKind.DecidedInReview, sent.Value.Reason, "reason", isNeeded: true, errors) with { Decision = decision };
        await FollowUpAsync(context, id, wanted, errors);
    }

    private async Task TakeAsync(HttpContext context, string id, FollowUpKind kind, bool isReasonNeeded)
    {
        var sent = await RequestDocument.ReadAsync<ReasonRequest>(context.Request);
        if (!sent.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, sent.Errors);
            return;
        }

        var errors = new List<Error>();
        await FollowUpAsync(context, id, ReviewRequestReader.Begin(context, kind, sent.Value.Reason, "reason", isReasonNeeded, errors), errors);
    }

    private Task FollowUpAsync(HttpContext context, string id, FollowUp wanted, List<Error> errors)
        => ReviewResponse.AnswerAsync(context, reviews, id, wanted, errors);
}
