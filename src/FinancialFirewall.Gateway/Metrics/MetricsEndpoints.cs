using FinancialFirewall.Gateway.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Metrics;

/// <summary>Everything that is counted, for Prometheus. No key is needed: keep this address inside.</summary>
internal static class MetricsEndpoints
{
    public static void MapMetricsEndpoints(this IEndpointRouteBuilder routes)
        => routes.MapGet("/metrics", static (HttpContext context, MetricsReport report) =>
        {
            context.Response.ContentType = PrometheusText.ContentType;
            return context.Response.WriteAsync(report.Write(), context.RequestAborted);
        }).OpenToAll();
}
