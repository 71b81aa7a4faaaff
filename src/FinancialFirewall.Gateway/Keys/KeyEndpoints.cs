using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Keys;

/// <summary>API keys: who has which, for what, and since when nobody has used it.</summary>
internal static class KeyEndpoints
{
    /// <summary>Where keys live.</summary>
    public const string Path = "/api/v1/keys";

    public static void MapKeyEndpoints(this IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup(Path).Demand(Permission.ManageKeys).RequireRateLimiting(RateLimitPolicies.Requests);
        keys.MapGet("", KeysEndpoint.HandleListAsync).Demand(Permission.ReadKeys);
        keys.MapGet("/{id}", KeysEndpoint.HandleFindAsync).Demand(Permission.ReadKeys);
        keys.MapPost("", KeysEndpoint.HandleIssueAsync).AddEndpointFilter(ContentTypes.RequireJson);
        keys.MapPost("/{id}/rotate", KeysEndpoint.HandleRotateAsync).AddEndpointFilter(ContentTypes.RequireJson);
        keys.MapDelete("/{id}", KeysEndpoint.HandleRevokeAsync);
    }
}
