using FinancialFirewall.Domain.Access;
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
        var persons = routes.MapGroup(Root);
        persons.MapPost("/erase", ErasePersonEndpoint.HandleAsync).Demand(Permission.ErasePersons).AddEndpointFilter(ContentTypes.RequireJson).RequireRateLimiting(RateLimitPolicies.Requests);
        persons.MapPost("/export", ExportPersonEndpoint.HandleAsync).Demand(Permission.ExportPersons).AddEndpointFilter(ContentTypes.RequireJson).RequireRateLimiting(RateLimitPolicies.Requests);
    }
}
