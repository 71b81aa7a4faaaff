using FinancialFirewall.Gateway.Assessments;
using FinancialFirewall.Gateway.Health;
using FinancialFirewall.Gateway.Metrics;
using FinancialFirewall.Gateway.Privacy;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Toggles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Hosting;

/// <summary>Puts the gateway into an application.</summary>
public static class GatewayApplicationExtensions
{
    /// <summary>Maps every address of the gateway; whatever no endpoint answers becomes problem details.</summary>
    public static WebApplication MapGateway(this WebApplication application)
    {
        application.UseMiddleware<ProblemMiddleware>();
        application.UseRouting();
        application.UseRateLimiter();
        application.MapGatewayEndpoints();
        return application;
    }

    /// <summary>Maps every address of the gateway, and nothing around them.</summary>
    internal static void MapGatewayEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapAssessmentEndpoints();
        routes.MapPersonEndpoints();
        routes.MapToggleEndpoints();
        routes.MapHealthEndpoints();
        routes.MapMetricsEndpoints();
    }
}
