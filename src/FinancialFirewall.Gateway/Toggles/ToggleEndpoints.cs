using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Toggles;

/// <summary>Toggles: lists, changes, switching, and why the check is on or off.</summary>
internal static class ToggleEndpoints
{
    /// <summary>Where toggles live.</summary>
    public const string Path = "/api/v1/fraud-api-toggle";

    /// <summary>Where each toggle lives.</summary>
    public const string Configurations = Path + "/configurations";

    public static void MapToggleEndpoints(this IEndpointRouteBuilder routes)
    {
        var root = routes.MapGroup(Path).RequireRateLimiting(RateLimitPolicies.Requests);
        MapReading(root.MapGroup("").Demand(Permission.ReadToggles));
        MapChanging(root.MapGroup("").Demand(Permission.ChangeToggles));
        root.MapGet("/check", CheckToggleEndpoint.HandleAsync).Demand(Permission.CheckToggles);
        root.MapPost("/cache/refresh", RefreshTogglesEndpoint.HandleAsync).Demand(Permission.RefreshPolicies);
    }

    private static void MapReading(RouteGroupBuilder root)
    {
        root.MapGet("/configurations", ListTogglesEndpoint.HandleActiveAsync);
        root.MapGet("/configurations/effective", ListTogglesEndpoint.HandleEffectiveAsync);
        root.MapGet("/configurations/future", ListTogglesEndpoint.HandleFutureAsync);
        root.MapGet("/configurations/expired", ListTogglesEndpoint.HandleExpiredAsync);
        root.MapGet("/configurations/tenant/{tenantId}", ListTogglesEndpoint.HandleTenantAsync);
        root.MapGet("/configurations/{id:guid}", ChangeToggleEndpoint.HandleFindAsync);
        root.MapGet("/statistics", ToggleStatisticsEndpoint.HandleAsync);
    }

    private static void MapChanging(RouteGroupBuilder root)
    {
        root.MapPost("/configurations", ChangeToggleEndpoint.HandleCreateAsync).AddEndpointFilter(ContentTypes.RequireJson);
        root.MapPost("/configurations/schedule", ChangeToggleEndpoint.HandleScheduleAsync).AddEndpointFilter(ContentTypes.RequireJson);
        root.MapPut("/configurations/{id:guid}", ChangeToggleEndpoint.HandleReplaceAsync).AddEndpointFilter(ContentTypes.RequireJson);
        root.MapDelete("/configurations/{id:guid}", ChangeToggleEndpoint.HandleDeleteAsync);
        root.MapPost("/enable", SwitchToggleEndpoint.HandleEnableAsync).AddEndpointFilter(ContentTypes.RequireJson);
        root.MapPost("/disable", SwitchToggleEndpoint.HandleDisableAsync).AddEndpointFilter(ContentTypes.RequireJson);
        root.MapPost("/toggle", SwitchToggleEndpoint.HandleToggleAsync).AddEndpointFilter(ContentTypes.RequireJson);
    }
}
