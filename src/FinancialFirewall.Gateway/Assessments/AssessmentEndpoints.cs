using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Assessments;

/// <summary>Payments in, decisions out.</summary>
internal static class AssessmentEndpoints
{
    /// <summary>Where assessments live.</summary>
    public const string Path = Root + "/assessments";

    private const string Root = "/api/v1/fraud-risk";

    public static void MapAssessmentEndpoints(this IEndpointRouteBuilder routes)
    {
        var assessments = routes.MapGroup(Path);
        assessments.MapPost("", AssessEndpoint.HandleAsync)
            .Demand(Permission.AssessPayments)
            .AddEndpointFilter(ContentTypes.RequireJson)
            .RequireRateLimiting(RateLimitPolicies.Requests);
        assessments.MapPost("/batch", AssessBatchEndpoint.HandleAsync).Demand(Permission.AssessPayments).RequireRateLimiting(RateLimitPolicies.Batches);
        assessments.MapGet("/{id}", FindAssessmentEndpoint.HandleByIdAsync).Demand(Permission.FindAssessments).RequireRateLimiting(RateLimitPolicies.Requests);
        assessments.MapGet("/transaction/{**reference}", FindAssessmentEndpoint.HandleByReferenceAsync)
            .Demand(Permission.FindAssessments)
            .RequireRateLimiting(RateLimitPolicies.Requests);
        MapViews(routes.MapGroup(Root).Demand(Permission.ListAssessments));
        routes.MapPost(DetectFraudEndpoint.Path, DetectFraudEndpoint.HandleAsync)
            .Demand(Permission.AssessPayments)
            .AddEndpointFilter(ContentTypes.RequireJson)
            .RequireRateLimiting(RateLimitPolicies.Requests);
    }

    private static void MapViews(RouteGroupBuilder root)
    {
        (string Path, AssessmentView View)[] views =
        [
            ("/assessments", AssessmentView.All), ("/manual-reviews", AssessmentView.PendingReview),
            ("/high-risk", AssessmentView.HighRisk), ("/critical-risk", AssessmentView.CriticalRisk),
        ];
        root.MapGet("/assessments/counts", AssessmentCountsEndpoint.HandleAsync).RequireRateLimiting(RateLimitPolicies.Requests);
        foreach (var (path, view) in views)
        {
            root.MapGet(path, (HttpContext context, ListAssessmentsEndpoint endpoint) => endpoint.AnswerAsync(context, view)).RequireRateLimiting(RateLimitPolicies.Requests);
        }
    }
}
