using FinancialFirewall.Gateway.Pages;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.GraphServing;

/// <summary>
/// The page with which people ask and subscribe in a browser. Its files are put into the assembly where they were built; where they were not, the page says how to.
/// </summary>
internal static class GraphPage
{
    private const string Index = "index.html";

    /// <summary>Everything comes from this address, and nothing else is asked.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws: wss:; frame-ancestors 'none'";

    private static readonly EmbeddedPage Page = new("ide/", ContentSecurityPolicy);

    private static ReadOnlySpan<byte> Unbuilt =>
        """<!doctype html><title>GraphQL</title><p>The page for GraphQL is not built. Build it with <code>npm ci &amp;&amp; npm run build</code> in <code>src/FinancialFirewall.Gateway/Ide</code>, and start the firewall again. The interface itself is here all the same: <code>docs/graphql.md</code> shows it with curl.</p>"""u8;

    /// <summary>Serves the page to a browser that goes to the address.</summary>
    /// <returns>Whether it did; otherwise somebody asks a question.</returns>
    public static async Task<bool> TryServeAsync(HttpContext context)
    {
        var isPage = HttpMethods.IsGet(context.Request.Method) && !context.WebSockets.IsWebSocketRequest && !context.Request.Query.ContainsKey("query")
            && context.Request.GetTypedHeaders().Accept.Any(static type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
        if (isPage && !await Page.TryWriteAsync(context, Index))
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.Body.WriteAsync(Unbuilt.ToArray(), context.RequestAborted);
        }

        return isPage;
    }

    /// <summary>Serves one of the page's files.</summary>
    public static Task ServeFileAsync(HttpContext context, string file) => Page.WriteAsync(context, file);
}
