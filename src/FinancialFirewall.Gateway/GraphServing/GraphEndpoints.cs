using FinancialFirewall.Gateway.Authentication;
using GraphQL.Server.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Gateway.GraphServing;

/// <summary>GraphQL at one address: over HTTP, as event streams, and over WebSocket; and a page for people.</summary>
internal static class GraphEndpoints
{
    /// <summary>The address.</summary>
    public const string Path = "/graphql";

    public static void MapGraphEndpoints(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        CallerResolver callers = static (context, init) => context.RequestServices.GetRequiredService<GraphCallers>().ResolveAsync(context, init);
        routes.MapGraphQL(Path, () => services.GetRequiredService<GraphEngineSource>().Engine, new TransportOptions(), callers, services.GetRequiredService<TimeProvider>())
            .OpenToAll()
            .AddEndpointFilter(static async (context, next) => await GraphPage.TryServeAsync(context.HttpContext) ? Results.Empty : await next(context));
        routes.MapGet(Path + "/{file}", GraphPage.ServeFileAsync).OpenToAll().ExcludeFromDescription();
    }
}
