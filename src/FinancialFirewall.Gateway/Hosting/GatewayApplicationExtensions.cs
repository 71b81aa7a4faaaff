using FinancialFirewall.Gateway.Assessments;
using FinancialFirewall.Gateway.Audit;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Backtests;
using FinancialFirewall.Gateway.Configurations;
using FinancialFirewall.Gateway.Drafts;
using FinancialFirewall.Gateway.GraphServing;
using FinancialFirewall.Gateway.Health;
using FinancialFirewall.Gateway.Keys;
using FinancialFirewall.Gateway.Lists;
using FinancialFirewall.Gateway.Metrics;
using FinancialFirewall.Gateway.OpenApi;
using FinancialFirewall.Gateway.Outcomes;
using FinancialFirewall.Gateway.Pages;
using FinancialFirewall.Gateway.Policies;
using FinancialFirewall.Gateway.Privacy;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Reviews;
using FinancialFirewall.Gateway.Sessions;
using FinancialFirewall.Gateway.Sites;
using FinancialFirewall.Gateway.Tenants;
using FinancialFirewall.Gateway.Toggles;
using FinancialFirewall.Gateway.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Hosting;

/// <summary>Puts the gateway into an application.</summary>
public static class GatewayApplicationExtensions
{
    /// <summary>Maps every address of the gateway; whatever neither an endpoint nor the console answers becomes problem details.</summary>
    public static WebApplication MapGateway(this WebApplication application)
    {
        application.UseMiddleware<ProblemMiddleware>();
        application.UseWebSockets();
        application.UseRouting();
        application.UseMiddleware<PageMiddleware>();
        application.UseRateLimiter();
        application.MapGatewayEndpoints();
        return application;
    }

    /// <summary>The same for a site that another one follows. It takes a <see cref="SiteProbe"/> among the services.</summary>
    public static WebApplication MapLeadingGateway(this WebApplication application)
    {
        application.UseMiddleware<LeaderMiddleware>();
        return application.MapGateway();
    }

    /// <summary>The same for a site that follows another one: records can be read, and nothing else. It takes a <see cref="SiteProbe"/> among the services.</summary>
    public static WebApplication MapFollowingGateway(this WebApplication application)
    {
        application.UseMiddleware<FollowerMiddleware>();
        return application.MapGateway();
    }

    /// <summary>Maps every address of the gateway, all behind one filter, and nothing around them.</summary>
    internal static void MapGatewayEndpoints(this IEndpointRouteBuilder routes)
    {
        var guarded = routes.MapGuarded();
        guarded.MapAssessmentEndpoints();
        guarded.MapPersonEndpoints();
        guarded.MapToggleEndpoints();
        guarded.MapReviewEndpoints();
        guarded.MapOutcomeEndpoints();
        guarded.MapConfigurationEndpoints();
        guarded.MapPolicyEndpoints();
        guarded.MapDraftEndpoints();
        guarded.MapBacktestEndpoints();
        guarded.MapListEndpoints();
        guarded.MapKeyEndpoints();
        guarded.MapTenantEndpoints();
        guarded.MapUserEndpoints();
        guarded.MapSessionEndpoints();
        guarded.MapAuditEndpoints();
        guarded.MapHealthEndpoints();
        guarded.MapMetricsEndpoints();
        guarded.MapGraphEndpoints();
        guarded.MapOpenApiEndpoints();
    }
}
