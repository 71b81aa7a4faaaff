using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Sites;

/// <summary>
/// Lets nobody pass while this leader may answer nothing: a synchronous one that has just started has records of which it does not know yet whether its follower has them.
/// </summary>
internal sealed class LeaderMiddleware(RequestDelegate next, SiteProbe site)
{
    private static readonly string[] Open = ["/health", "/metrics", SiteAddress.Path];

    private static readonly Error Waiting = new(
        ErrorKind.Unavailable, "SITE_WAITING", "", "", "This site answers only what the other site has too, and the other one has not said yet how far it is. Try again.");

    public Task InvokeAsync(HttpContext context)
        => site.MayAnswer || Array.Exists(Open, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
            ? next(context)
            : ProblemWriter.WriteAsync(context, Waiting);
}
