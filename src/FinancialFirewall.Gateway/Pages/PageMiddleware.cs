using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Pages;

/// <summary>
/// Serves the console where no endpoint answers: its files by their names, and its page to a browser that goes anywhere else, since which places there are is the page's to say.
/// It tells nothing of any tenant, so everybody gets it.
/// </summary>
internal sealed class PageMiddleware(RequestDelegate next, PageFiles files)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not null || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            return next(context);
        }

        return files.Find(context.Request.Path.Value?.TrimStart('/') ?? "") is { } file ? PageResponse.WriteAsync(context, file)
            : IsVisit(context.Request) ? PageResponse.WritePageAsync(context, files)
            : next(context);
    }

    /// <summary>Whether a person wants to go there, and no program asks for something that is not there.</summary>
    private bool IsVisit(HttpRequest request) => request.Path == "/"
        || (files.Page is not null
            && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && request.GetTypedHeaders().Accept.Any(static type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase)));
}
