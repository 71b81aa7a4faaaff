using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FinancialFirewall.Gateway.Pages;

/// <summary>Answers with files of the console.</summary>
internal static class PageResponse
{
    /// <summary>
    /// Everything comes from this address, and nothing else is asked. The hash is that of nothing: styles are put, rule by rule, into elements that begin empty, and no element with
    /// a text of its own is taken.
    /// </summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly StringValues Forever = "public, max-age=31536000, immutable";

    private static readonly PageFile Unbuilt = new(
        "text/html; charset=utf-8",
        """
        <!doctype html><html lang="en"><title>Financial Firewall</title>
        <h1>The console is not built</h1>
        <p>The firewall itself works: payments are decided over REST and GraphQL. To build the console, install Node.js 20.19 or newer with npm, and start the firewall by <code>./run</code> again; or build it alone:</p>
        <pre>(cd src/FinancialFirewall.Console &amp;&amp; npm ci &amp;&amp; npm run build)</pre>
        <p><code>docs/console.md</code> says more.</p></html>
        """u8.ToArray(),
        default,
        IsImmutable: false);

    /// <summary>Answers with the page, which no browser keeps; where it was not built, with one that says how it is.</summary>
    public static Task WritePageAsync(HttpContext context, PageFiles files)
    {
        context.Response.Headers.CacheControl = "no-store";
        return WriteBytesAsync(context, files.Page ?? Unbuilt);
    }

    /// <summary>Answers with a file that the page needs.</summary>
    public static Task WriteAsync(HttpContext context, PageFile file)
    {
        context.Response.Headers.CacheControl = file.IsImmutable ? Forever : "no-cache";
        return WriteBytesAsync(context, file);
    }

    private static async Task WriteBytesAsync(HttpContext context, PageFile file)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.Vary = HeaderNames.AcceptEncoding;
        context.Response.ContentType = file.ContentType;
        var content = file.Content;
        if (!file.Brotli.IsEmpty && context.Request.GetTypedHeaders().AcceptEncoding.Any(static coding => coding.Value == "br" && coding.Quality is not 0))
        {
            headers.ContentEncoding = "br";
            content = file.Brotli;
        }

        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
        }
    }
}
