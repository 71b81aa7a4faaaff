using FinancialFirewall.Domain.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Authentication;

/// <summary>How endpoints say who may ask them. What an endpoint says holds over what its group says.</summary>
internal static class AccessEndpointExtensions
{
    /// <summary>A group whose endpoints nobody reaches but by <see cref="CallerFilter"/>.</summary>
    public static RouteGroupBuilder MapGuarded(this IEndpointRouteBuilder routes) => routes.MapGroup("").AddEndpointFilter<RouteGroupBuilder, CallerFilter>();

    /// <summary>Only who has a role with this permission may ask.</summary>
    public static T Demand<T>(this T endpoints, Permission permission)
        where T : IEndpointConventionBuilder
        => endpoints.WithMetadata(new AccessDemand(permission));

    /// <summary>Anybody may ask: nothing is told about any tenant.</summary>
    public static T OpenToAll<T>(this T endpoints)
        where T : IEndpointConventionBuilder
        => endpoints.WithMetadata(new AccessDemand(null));
}
