using FinancialFirewall.Gateway.Assessments;
using FinancialFirewall.Gateway.Health;
using FinancialFirewall.Gateway.Metrics;
using FinancialFirewall.Gateway.Privacy;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Toggles;
using Microsoft.AspNetCore.Builder;

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
        application.MapAssessmentEndpoints();
        application.MapPersonEndpoints();
        application.MapToggleEndpoints();
        application.MapHealthEndpoints();
        application.MapMetricsEndpoints();
        return application;
    }
}
