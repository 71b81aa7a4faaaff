using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Lists;

/// <summary>Block, allow and watch lists: what they do, their entries, imports and exports.</summary>
internal static class ListEndpoints
{
    /// <summary>Where lists live.</summary>
    public const string Path = "/api/v1/lists";

    /// <summary>Where imports are looked at. No list is called so: its name would have no slash in it.</summary>
    public const string Imports = "/api/v1/list-imports";

    public static void MapListEndpoints(this IEndpointRouteBuilder routes)
    {
        MapReading(routes.MapGroup(Path).Demand(Permission.ReadLists).RequireRateLimiting(RateLimitPolicies.Requests));
        MapChanging(routes.MapGroup(Path).Demand(Permission.ChangeLists).RequireRateLimiting(RateLimitPolicies.Requests));
        routes.MapPost($"{Path}/{{name}}/import", ImportListEndpoint.HandleAsync).Demand(Permission.ChangeLists).RequireRateLimiting(RateLimitPolicies.Batches);
        var imports = routes.MapGroup(Imports).RequireRateLimiting(RateLimitPolicies.Requests);
        imports.MapGet("", ListImportsEndpoint.HandleListAsync).Demand(Permission.ReadLists);
        imports.MapGet("/{id}", ListImportsEndpoint.HandleFindAsync).Demand(Permission.ReadLists);
        imports.MapDelete("/{id}", ListImportsEndpoint.HandleCancelAsync).Demand(Permission.ChangeLists);
    }

    private static void MapReading(RouteGroupBuilder root)
    {
        root.MapGet("", ListsEndpoint.HandleListAsync);
        root.MapGet("/{name}", ListsEndpoint.HandleFindAsync);
        root.MapGet("/{name}/entries", ListEntriesEndpoint.HandleListAsync);
        root.MapGet("/{name}/export", ExportListEndpoint.HandleAsync);
    }

    private static void MapChanging(RouteGroupBuilder root)
    {
        root.MapPost("", ListsEndpoint.HandleCreateAsync).AddEndpointFilter(ContentTypes.RequireJson);
        root.MapPut("/{name}", ListsEndpoint.HandleReplaceAsync).AddEndpointFilter(ContentTypes.RequireJson);
        root.MapDelete("/{name}", ListsEndpoint.HandleDeleteAsync);
        root.MapPost("/{name}/entries", ListEntriesEndpoint.HandleAddAsync).AddEndpointFilter(ContentTypes.RequireJson);
        root.MapPost("/{name}/entries/remove", ListEntriesEndpoint.HandleRemoveManyAsync).AddEndpointFilter(ContentTypes.RequireJson);
        root.MapDelete("/{name}/entries", ListEntriesEndpoint.HandleRemoveAsync);
    }
}
