using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Users;

/// <summary>The people of a tenant.</summary>
internal static class UserEndpoints
{
    /// <summary>Where users live.</summary>
    public const string Path = "/api/v1/users";

    public static void MapUserEndpoints(this IEndpointRouteBuilder routes)
    {
        var users = routes.MapGroup(Path).Demand(Permission.ManageUsers).RequireRateLimiting(RateLimitPolicies.Requests);
        users.MapGet("", UsersEndpoint.HandleListAsync).Demand(Permission.ReadUsers);
        users.MapGet("/{id}", UsersEndpoint.HandleFindAsync).Demand(Permission.ReadUsers);
        users.MapPost("", UsersEndpoint.HandleInviteAsync).AddEndpointFilter(ContentTypes.RequireJson);
        users.MapPatch("/{id}", UsersEndpoint.HandleChangeAsync).AddEndpointFilter(ContentTypes.RequireJson);
        users.MapPost("/{id}/lock", UsersEndpoint.HandleLockAsync).AddEndpointFilter(ContentTypes.RequireJson);
        users.MapPost("/{id}/unlock", UsersEndpoint.HandleUnlockAsync);
        users.MapPost("/{id}/link", UsersEndpoint.HandleLinkAsync);
        users.MapPost("/{id}/second-factor/reset", UsersEndpoint.HandleResetFactorAsync);
        users.MapGet("/{id}/sessions", UserSessionsEndpoint.HandleListAsync).Demand(Permission.ReadUsers);
        users.MapDelete("/{id}/sessions", UserSessionsEndpoint.HandleEndAllAsync);
        users.MapDelete("/{id}/sessions/{sessionId}", UserSessionsEndpoint.HandleEndAsync);
        users.MapDelete("/{id}", UsersEndpoint.HandleRemoveAsync);
    }
}
