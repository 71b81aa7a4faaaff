using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FinancialFirewall.Gateway.Pages;

/// <summary>A page for people whose files are in the assembly: it needs nothing from anywhere else.</summary>
/// <param name="folder">How the names of its files in the assembly begin, with the slash.</param>
/// <param name="contentSecurityPolicy">What a browser lets it do.</param>
internal sealed class EmbeddedPage(string folder, string contentSecurityPolicy)
{
    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Answers with one of its files.</summary>
    /// <returns>Whether there is such a file; otherwise nothing is answered.</returns>
    public async Task<bool> TryWriteAsync(HttpContext context, string file)
    {
        var content = ContentTypes.GetValueOrDefault(Path.GetExtension(file)) is null ? null : typeof(EmbeddedPage).Assembly.GetManifestResourceStream(folder + file);
        if (content is null)
        {
            return false;
        }

        await using (content)
        {
            context.Response.ContentType = ContentTypes[Path.GetExtension(file)];
            context.Response.ContentLength = content.Length;
            context.Response.Headers[HeaderNames.ContentSecurityPolicy] = contentSecurityPolicy;
            context.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
            context.Response.Headers.CacheControl = "no-cache";
            await content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }

        return true;
    }

    /// <summary>Answers with one of its files, or that there is none.</summary>
    public async Task WriteAsync(HttpContext context, string file)
    {
        if (!await TryWriteAsync(context, file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
