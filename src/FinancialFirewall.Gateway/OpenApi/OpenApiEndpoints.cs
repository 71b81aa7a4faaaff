using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.OpenApi;

/// <summary>Maps the description of the REST interface, and the page to try it.</summary>
internal static class OpenApiEndpoints
{
    /// <summary>Where the page is.</summary>
    private const string Path = "/openapi";

    /// <summary>Nothing comes from elsewhere, nothing is asked elsewhere, and no script but its own runs.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly EmbeddedPage Page = new("openapi/page/", ContentSecurityPolicy);

    /// <summary>The document takes what GraphQL's introspection takes: who may see one may see the other. The page itself says nothing.</summary>
    public static void MapOpenApiEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{Path}/v1.json", OpenApiEndpoint.HandleAsync).Demand(Permission.ReadSchema).RequireRateLimiting(RateLimitPolicies.Requests);
        var page = routes.MapGroup("").OpenToAll().RequireRateLimiting(RateLimitPolicies.Requests);
        page.MapGet(Path, static context => Page.WriteAsync(context, "index.html"));
        page.MapGet(Path + "/{file}", Page.WriteAsync).ExcludeFromDescription();
    }
}
