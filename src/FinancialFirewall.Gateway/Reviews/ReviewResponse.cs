using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Reviews;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Reviews;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Reviews;

/// <summary>Answers that something happened to an assessment: <c>{success, message, timestamp}</c>.</summary>
internal static class ReviewResponse
{
    /// <summary>Has something happen to an assessment, unless the request is wrong, and answers.</summary>
    /// <param name="context">The request.</param>
    /// <param name="reviews">The way in.</param>
    /// <param name="id">The assessment as it was named.</param>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="errors">What is wrong with the request.</param>
    public static async Task AnswerAsync(HttpContext context, TenantReviews reviews, string id, FollowUp wanted, List<Error> errors)
    {
        if (!AssessmentId.TryParse(id, out var assessment))
        {
            errors.Insert(0, RequestErrors.AssessmentUnknown(id));
        }

        await WriteAsync(context, errors.Count > 0 ? Result.Failure<FollowUp>(errors) : await reviews.FollowUpAsync(context.GetCaller().Tenant, assessment, wanted));
    }

    private static Task WriteAsync(HttpContext context, Result<FollowUp> result)
        => result.IsSuccess
            ? context.Response.WriteAsJsonAsync(new { success = true, message = Describe(result.Value), timestamp = result.Value.At.ToString() }, context.RequestAborted)
            : ProblemWriter.WriteAsync(context, result.Errors);

    private static string Describe(FollowUp followUp) => followUp.Kind switch
    {
        FollowUpKind.DecidedInReview => $"The decision is {DecisionNames.Of(followUp.Decision!.Value)}.",
        FollowUpKind.Voted => $"A second person has to decide {DecisionNames.Of(followUp.Decision!.Value)} as well; until then the assessment waits.",
        FollowUpKind.Cancelled => "The assessment is cancelled.",
        FollowUpKind.Retried => $"Decided anew by policy version {followUp.PolicyVersion}: {DecisionNames.Of(followUp.Decision!.Value)}.",
        FollowUpKind.Claimed => $"{followUp.Assignee} has the assessment until {followUp.Moment}.",
        FollowUpKind.Unclaimed => "Nobody has the assessment any more.",
        FollowUpKind.Noted => "The note is kept.",
        _ => "It is recorded.",
    };
}
