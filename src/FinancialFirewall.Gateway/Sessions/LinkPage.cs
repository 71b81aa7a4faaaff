using System.Security.Cryptography;
using System.Text;
using FinancialFirewall.Gateway.Pages;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Sessions;

/// <summary>
/// The page that links lead to where the console, which has one of its own, is not built: it takes the token from behind the #, out of the address bar, and sends it with a
/// password. It loads nothing, and no script or style but its own runs in it.
/// </summary>
internal static class LinkPage
{
    private const string ResourceName = "link-page.html";

    private static readonly string Html = Load();

    private static readonly string Policy =
        $"default-src 'none'; script-src '{HashOf("script")}'; style-src '{HashOf("style")}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Answers with the page.</summary>
    public static Task HandleAsync(HttpContext context, PageFiles console) => console.Page is null ? WriteAsync(context) : PageResponse.WritePageAsync(context, console);

    private static Task WriteAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Html, context.RequestAborted);
    }

    private static string Load()
    {
        using var stream = typeof(LinkPage).Assembly.GetManifestResourceStream(ResourceName) ?? throw new InvalidOperationException($"{ResourceName} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The hash by which a browser knows the one element of a kind that may be there.</summary>
    private static string HashOf(string element)
    {
        var start = Html.IndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
        var end = Html.IndexOf($"</{element}>", StringComparison.Ordinal);
        return $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Html[start..end])))}";
    }
}
