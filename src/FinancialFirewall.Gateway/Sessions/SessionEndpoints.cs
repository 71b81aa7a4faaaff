using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Sessions;

/// <summary>Signing in and out, what people do for themselves, and links that are good once.</summary>
internal static class SessionEndpoints
{
    /// <summary>Where one signs in and out.</summary>
    public const string Path = "/api/v1/session";

    /// <summary>Where an owner is set up.</summary>
    public const string SetUpPath = "/api/v1/setup";

    /// <summary>Where the page is that sets an owner up.</summary>
    public const string SetUpPagePath = "/setup";

    /// <summary>Where an invitation, or a link to a new password, is taken up.</summary>
    public const string AcceptPath = "/api/v1/invitations/accept";

    public static void MapSessionEndpoints(this IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("").OpenToAll().RequireRateLimiting(RateLimitPolicies.Requests).AddEndpointFilter(ContentTypes.RequireJson);
        open.MapPost(Path, SessionEndpoint.HandleSignInAsync);
        open.MapPost(SetUpPath, LinkEndpoint.HandleSetUpAsync);
        open.MapPost(AcceptPath, LinkEndpoint.HandleAcceptAsync);

        var pages = routes.MapGroup("").OpenToAll().RequireRateLimiting(RateLimitPolicies.Requests);
        pages.MapGet(LinkAnswer.PagePath, LinkPage.HandleAsync);
        pages.MapGet(SetUpPagePath, LinkPage.HandleAsync);

        var own = routes.MapGroup("").Demand(Permission.UseSession).RequireRateLimiting(RateLimitPolicies.Requests);
        own.MapGet(Path, SessionEndpoint.HandleFindAsync);
        own.MapDelete(Path, SessionEndpoint.HandleSignOutAsync);
        MapOwn(own.MapGroup(UserEndpoints.Path + "/me"));
    }

    private static void MapOwn(RouteGroupBuilder me)
    {
        me.MapGet("", OwnEndpoint.HandleFindAsync);
        me.MapGet("/sessions", OwnEndpoint.HandleSessionsAsync);
        me.MapDelete("/sessions", OwnEndpoint.HandleEndOthersAsync);
        me.MapDelete("/sessions/{id}", OwnEndpoint.HandleEndSessionAsync);
        var changes = me.MapGroup("").AddEndpointFilter(ContentTypes.RequireJson);
        changes.MapPost("/password", OwnEndpoint.HandlePasswordAsync);
        changes.MapPost("/second-factor", FactorEndpoint.HandleOfferAsync);
        changes.MapPost("/second-factor/confirm", FactorEndpoint.HandleConfirmAsync);
        changes.MapPost("/second-factor/remove", FactorEndpoint.HandleRemoveAsync);
        changes.MapPost("/second-factor/recovery-codes", FactorEndpoint.HandleRenewCodesAsync);
    }
}
