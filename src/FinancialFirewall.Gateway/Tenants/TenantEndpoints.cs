using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Tenants;

/// <summary>Tenants: the caller's own, and for the operator all of them.</summary>
internal static class TenantEndpoints
{
    /// <summary>Where tenants live.</summary>
    public const string Path = "/api/v1/tenants";

    public static void MapTenantEndpoints(this IEndpointRouteBuilder routes)
    {
        var tenants = routes.MapGroup(Path).RequireRateLimiting(RateLimitPolicies.Requests);
        tenants.MapGet("", TenantsEndpoint.HandleListAsync).Demand(Permission.ReadTenants);
        tenants.MapGet("/{tenantId}", TenantsEndpoint.HandleFindAsync).Demand(Permission.ReadTenants);
        tenants.MapPatch("/{tenantId}", TenantsEndpoint.HandleConfigureAsync).Demand(Permission.ConfigureTenants).AddEndpointFilter(ContentTypes.RequireJson);
        MapManaging(tenants.MapGroup("").Demand(Permission.ManageTenants).AddEndpointFilter(ContentTypes.RequireJson));
    }

    private static void MapManaging(RouteGroupBuilder tenants)
    {
        tenants.MapPost("", CreateTenantEndpoint.HandleAsync);
        tenants.MapPost("/{tenantId}/suspend", TenantsEndpoint.HandleSuspendAsync);
        tenants.MapPost("/{tenantId}/resume", TenantsEndpoint.HandleResumeAsync);
        tenants.MapPost("/{tenantId}/close", TenantsEndpoint.HandleCloseAsync);
        tenants.MapPost("/{tenantId}/keys", TenantsEndpoint.HandleIssueKeyAsync);
    }
}
