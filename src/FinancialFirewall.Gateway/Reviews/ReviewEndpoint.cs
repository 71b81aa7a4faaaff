using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Reviews;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Reviews;

/// <summary>What people do to an assessment after its first decision; answers <c>{success, message, timestamp}</c>, and a retry the assessment as it stands then.</summary>
internal sealed class ReviewEndpoint(TenantReviews reviews, IAssessmentFinder finder, AnswerRenderer renderer, TimeProvider time)
{
    private const string KeyHeader = "Idempotency-Key";

    private Instant Now => Instant.From(time.GetUtcNow());

    public static Task HandleDecisionAsync(HttpContext context, ReviewEndpoint endpoint, string id)
        => endpoint.AnswerAsync<ReviewDecisionRequest>(context, id, ReviewRequestReader.ReadDecision);

    public static Task HandleCancelAsync(HttpContext context, ReviewEndpoint endpoint, string id) => endpoint.AnswerAsync<ReasonRequest>(context, id, ReviewRequestReader.ReadCancellation);

    public static Task HandleRetryAsync(HttpContext context, ReviewEndpoint endpoint, string id) => endpoint.RetryAsync(context, id);

    public static Task HandleClaimAsync(HttpContext context, ReviewEndpoint endpoint, string id)
        => endpoint.AnswerAsync<ClaimRequest>(context, id, (target, sent) => ReviewRequestReader.ReadClaim(target, sent, endpoint.Now));

    public static Task HandleReassignAsync(HttpContext context, ReviewEndpoint endpoint, string id)
        => endpoint.AnswerAsync<ClaimRequest>(context, id, (target, sent) => ReviewRequestReader.ReadReassignment(target, sent, endpoint.Now));

    public static Task HandleReleaseAsync(HttpContext context, ReviewEndpoint endpoint, string id) => endpoint.AnswerAsync<ReasonRequest>(context, id, ReviewRequestReader.ReadRelease);

    public static Task HandleNoteAsync(HttpContext context, ReviewEndpoint endpoint, string id) => endpoint.AnswerAsync<NoteRequest>(context, id, ReviewRequestReader.ReadNote);

    private async Task RetryAsync(HttpContext context, string id)
    {
        var (command, done) = await DoAsync<ReasonRequest>(context, id, ReviewRequestReader.ReadRetry);
        if (!done.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, done.Errors);
            return;
        }

        var tenant = context.GetCaller().Tenant;
        var assessment = await finder.FindAsync(tenant, command.Value.Assessment, context.RequestAborted);
        await AnswerResponse.WriteAsync(context, renderer, tenant, assessment!.Value, AnswerDetail.Full);
    }

    private async Task AnswerAsync<T>(HttpContext context, string id, Func<ReviewTarget, T, Result<ReviewCommand>> read)
        where T : class, new()
    {
        var (_, done) = await DoAsync(context, id, read);
        await (done.IsSuccess
            ? context.Response.WriteAsJsonAsync(new { success = true, message = ReviewMessages.Of(done.Value), timestamp = done.Value.At.ToString() }, context.RequestAborted)
            : ProblemWriter.WriteAsync(context, done.Errors));
    }

    private async Task<(Result<ReviewCommand> Command, Result<FollowUp> Done)> DoAsync<T>(HttpContext context, string id, Func<ReviewTarget, T, Result<ReviewCommand>> read)
        where T : class, new()
    {
        var sent = await RequestDocument.ReadAsync<T>(context.Request);
        var command = sent.IsSuccess ? read(new ReviewTarget(id, context.Request.Headers[KeyHeader].ToString()), sent.Value) : Result.Failure<ReviewCommand>(sent.Errors);
        return (command, command.IsSuccess ? await reviews.FollowUpAsync(context.GetCaller().Tenant, command.Value) : Result.Failure<FollowUp>(command.Errors));
    }
}
