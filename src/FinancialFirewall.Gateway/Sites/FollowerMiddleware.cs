using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Sites;

/// <summary>Lets pass, on a site that follows another one, what reads records; everything else is told where the leader is.</summary>
internal sealed class FollowerMiddleware(RequestDelegate next, SiteProbe site)
{
    private const string Root = "/api/v1/fraud-risk/";

    private static readonly string[] Readable =
        [Root + "assessments", Root + "manual-reviews", Root + "high-risk", Root + "critical-risk", "/health", "/metrics", SiteAddress.Path];

    public Task InvokeAsync(HttpContext context)
    {
        var isReading = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        return Array.Exists(Readable, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)) && (isReading || context.Request.Path == SiteAddress.Path)
            ? next(context)
            : ProblemWriter.WriteAsync(context, Follows(site.Look().Leader));
    }

    private static Error Follows(string leader) => new(
        ErrorKind.Unavailable,
        "SITE_FOLLOWS",
        "",
        leader,
        $"This site follows another one: here assessments can be read. Send payments and changes to the leader, {leader}.");
}
