using FinancialFirewall.Domain.Access;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Authentication;

/// <summary>What an endpoint demands of who asks it.</summary>
/// <param name="Permission">The permission; null where anybody may ask, without a key.</param>
internal sealed record AccessDemand(Permission? Permission)
{
    /// <summary>The permission that the endpoint of a request demands; null where anybody may ask it.</summary>
    /// <exception cref="InvalidOperationException">The endpoint does not say, so it is open to nobody.</exception>
    public static Permission? Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<AccessDemand>() is { } demand
        ? demand.Permission
        : throw new InvalidOperationException($"{context.Request.Path} does not say who may ask it.");
}
