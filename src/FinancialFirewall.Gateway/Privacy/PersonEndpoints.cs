using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Privacy;

/// <summary>What is kept of a person, and forgetting it. Names stand in bodies and never in addresses, which logs on the way keep.</summary>
internal static class PersonEndpoints
{
    private const string Root = "/api/v1/persons";

    public static void MapPersonEndpoints(this IEndpointRouteBuilder routes)
    {
        var persons = routes.MapGroup(Root).AddEndpointFilter<RouteGroupBuilder, CallerFilter>();
        persons.MapPost("/erase", ErasePersonEndpoint.HandleAsync).AddEndpointFilter(ContentTypes.RequireJson).RequireRateLimiting(RateLimitPolicies.Requests);
        persons.MapPost("/export", ExportPersonEndpoint.HandleAsync).AddEndpointFilter(ContentTypes.RequireJson).RequireRateLimiting(RateLimitPolicies.Requests);
    }
}
