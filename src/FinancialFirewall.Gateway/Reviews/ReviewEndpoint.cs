using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Reviews;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Reviews;

/// <summary>What people do to an assessment after its first decision; answers <c>{success, message, timestamp}</c>.</summary>
internal sealed class ReviewEndpoint(TenantReviews reviews, TimeProvider time)
{
    private const string KeyHeader = "Idempotency-Key";

    private Instant Now => Instant.From(time.GetUtcNow());

    public static Task HandleDecisionAsync(HttpContext context, ReviewEndpoint endpoint, string id)
        => endpoint.AnswerAsync<ReviewDecisionRequest>(context, id, ReviewRequestReader.ReadDecision);

    public static Task HandleCancelAsync(HttpContext context, ReviewEndpoint endpoint, string id) => endpoint.AnswerAsync<ReasonRequest>(context, id, ReviewRequestReader.ReadCancellation);

    public static Task HandleRetryAsync(HttpContext context, ReviewEndpoint endpoint, string id) => endpoint.AnswerAsync<ReasonRequest>(context, id, ReviewRequestReader.ReadRetry);

    public static Task HandleClaimAsync(HttpContext context, ReviewEndpoint endpoint, string id)
        => endpoint.AnswerAsync<ClaimRequest>(context, id, (target, sent) => ReviewRequestReader.ReadClaim(target, sent, endpoint.Now));

    public static Task HandleReassignAsync(HttpContext context, ReviewEndpoint endpoint, string id)
        => endpoint.AnswerAsync<ClaimRequest>(context, id, (target, sent) => ReviewRequestReader.ReadReassignment(target, sent, endpoint.Now));

    public static Task HandleReleaseAsync(HttpContext context, ReviewEndpoint endpoint, string id) => endpoint.AnswerAsync<ReasonRequest>(context, id, ReviewRequestReader.ReadRelease);

    public static Task HandleNoteAsync(HttpContext context, ReviewEndpoint endpoint, string id) => endpoint.AnswerAsync<NoteRequest>(context, id, ReviewRequestReader.ReadNote);

    private async Task AnswerAsync<T>(HttpContext context, string id, Func<ReviewTarget, T, Result<ReviewCommand>> read)
        where T : class, new()
    {
        var sent = await RequestDocument.ReadAsync<T>(context.Request);
        var command = sent.IsSuccess ? read(new ReviewTarget(id, context.Request.Headers[KeyHeader].ToString()), sent.Value) : Result.Failure<ReviewCommand>(sent.Errors);
        var done = command.IsSuccess ? await reviews.FollowUpAsync(context.GetCaller().Tenant, command.Value) : Result.Failure<FollowUp>(command.Errors);
        await (done.IsSuccess
            ? context.Response.WriteAsJsonAsync(new { success = true, message = ReviewMessages.Of(done.Value), timestamp = done.Value.At.ToString() }, context.RequestAborted)
            : ProblemWriter.WriteAsync(context, done.Errors));
    }
}
