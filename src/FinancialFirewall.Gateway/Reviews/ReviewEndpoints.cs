using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Reviews;

/// <summary>What people do to assessments after their first decision.</summary>
internal static class ReviewEndpoints
{
    /// <summary>Where the queue lives.</summary>
    private const string Path = "/api/v1/reviews";

    /// <summary>Where each assessment lives.</summary>
    private const string Assessment = "/api/v1/fraud-risk/assessments/{id}";

    public static void MapReviewEndpoints(this IEndpointRouteBuilder routes)
    {
        var assessment = routes.MapGroup(Assessment).Demand(Permission.ReviewAssessments).RequireRateLimiting(RateLimitPolicies.Requests);
        assessment.MapPut("/decision", ReviewEndpoint.HandleDecisionAsync).AddEndpointFilter(ContentTypes.RequireJson);
        assessment.MapPost("/cancel", ReviewEndpoint.HandleCancelAsync).AddEndpointFilter(ContentTypes.RequireJson);
        assessment.MapPost("/retry", ReviewEndpoint.HandleRetryAsync);
        MapQueue(routes.MapGroup(Path).RequireRateLimiting(RateLimitPolicies.Requests));
    }

    private static void MapQueue(RouteGroupBuilder reviews)
    {
        reviews.MapGet("", ReviewQueueEndpoint.HandleListAsync).Demand(Permission.ListAssessments);
        reviews.MapGet("/counts", ReviewQueueEndpoint.HandleCountAsync).Demand(Permission.ListAssessments);
        reviews.MapGet("/reviewers", ReviewQueueEndpoint.HandleReviewersAsync).Demand(Permission.ListAssessments);
        reviews.MapGet("/{id}", ReviewQueueEndpoint.HandleFindAsync).Demand(Permission.ListAssessments);
        reviews.MapPost("/{id}/reassign", ReviewEndpoint.HandleReassignAsync).Demand(Permission.AssignReviews).AddEndpointFilter(ContentTypes.RequireJson);
        var working = reviews.MapGroup("/{id}").Demand(Permission.ReviewAssessments);
        working.MapPost("/claim", ReviewEndpoint.HandleClaimAsync);
        working.MapPost("/release", ReviewEndpoint.HandleReleaseAsync);
        working.MapPost("/notes", ReviewEndpoint.HandleNoteAsync).AddEndpointFilter(ContentTypes.RequireJson);
        working.MapPut("/decision", ReviewEndpoint.HandleDecisionAsync).AddEndpointFilter(ContentTypes.RequireJson);
    }
}
