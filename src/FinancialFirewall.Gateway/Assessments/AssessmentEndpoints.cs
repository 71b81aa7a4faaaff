using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Assessments;

/// <summary>Payments in, decisions out.</summary>
internal static class AssessmentEndpoints
{
    /// <summary>Where assessments live.</summary>
    public const string Path = "/api/v1/fraud-risk/assessments";

    public static void MapAssessmentEndpoints(this IEndpointRouteBuilder routes)
    {
        var assessments = routes.MapGroup(Path).AddEndpointFilter<RouteGroupBuilder, CallerFilter>();
        assessments.MapPost("", AssessEndpoint.HandleAsync).AddEndpointFilter(ContentTypes.RequireJson).RequireRateLimiting(RateLimitPolicies.Requests);
        assessments.MapPost("/batch", AssessBatchEndpoint.HandleAsync).RequireRateLimiting(RateLimitPolicies.Batches);
        assessments.MapGet("/{id}", FindAssessmentEndpoint.HandleByIdAsync).RequireRateLimiting(RateLimitPolicies.Requests);
        assessments.MapGet("/transaction/{**reference}", FindAssessmentEndpoint.HandleByReferenceAsync).RequireRateLimiting(RateLimitPolicies.Requests);
        routes.MapPost(DetectFraudEndpoint.Path, DetectFraudEndpoint.HandleAsync)
            .AddEndpointFilter<RouteHandlerBuilder, CallerFilter>()
            .AddEndpointFilter(ContentTypes.RequireJson)
            .RequireRateLimiting(RateLimitPolicies.Requests);
    }
}
