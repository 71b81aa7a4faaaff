using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Outcomes;

/// <summary>What became of payments.</summary>
internal static class OutcomeEndpoints
{
    /// <summary>Where outcomes are reported.</summary>
    private const string Path = "/api/v1/outcomes";

    public static void MapOutcomeEndpoints(this IEndpointRouteBuilder routes)
        => routes.MapPost(Path, OutcomesEndpoint.HandleAsync).Demand(Permission.ReportOutcomes).RequireRateLimiting(RateLimitPolicies.Requests);
}
