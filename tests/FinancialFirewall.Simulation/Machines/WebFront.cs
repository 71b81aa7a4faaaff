using System.Diagnostics;
using FinancialFirewall.Gateway.Hosting;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FinancialFirewall.Simulation.Machines;

/// <summary>
/// The gateway's routes, filters and handlers without a socket. They hold nothing of a process: each request brings its services along, so all simulated
/// processes share one front. The limiter of concurrent requests is left out, since it keeps real time.
/// </summary>
internal static class WebFront
{
    private static readonly string[] Paths =
    [
        "/nothing", "/api/v1/fraud-risk/assessments", "/api/v1/fraud-risk/assessments/batch", "/api/v1/fraud-risk/assessments/transaction/none",
        "/api/v1/fraud-risk/assessments/none", "/api/v1/fraud-risk/manual-reviews", "/api/v1/persons/none", "/api/v1/fraud-api-toggle/none",
        "/api/v1/fraud-api-toggle/configurations/none", "/api/v1/fraud-api-toggle/configurations/tenant/none", "/health/none",
        "/api/v1/fraud-risk/assessments/none/decision", "/api/v1/reviews/none/claim", "/api/v1/reviews/none/notes", "/api/v1/outcomes",
        "/api/v1/lists/none/entries", "/api/v1/lists/none/import", "/api/v1/policy/drafts/none/document", "/api/v1/policy/drafts/none/publish",
    ];

    private static readonly Lazy<RequestDelegate> Pipeline = new(Build);

    /// <summary>The limits of a simulated gateway: no batch ever waits for a place, which would leave the scheduler.</summary>
    public static GatewayLimits Limits { get; } = new() { MaximumGroupsInFlight = 1_024 };

    /// <summary>Answers a request by the services that it brings along.</summary>
    public static Task HandleAsync(HttpContext context) => Pipeline.Value(context);

    /// <summary>Makes everything ready that is made with the first request, outside of any simulation: routing compiles a table a level in the background.</summary>
    public static void WarmUp()
    {
        foreach (var path in Paths)
        {
            var context = new DefaultHttpContext();
            context.Request.Method = "TRACE";
            context.Request.Path = path;
            HandleAsync(context).GetAwaiter().GetResult();
        }
    }

    private static RequestDelegate Build()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(new DiagnosticListener("simulation")).AddSingleton<IHostApplicationLifetime, NoLifetime>().AddSingleton<FirewallStatus>().AddGateway(Limits).BuildServiceProvider();
        var application = new ApplicationBuilder(services);
        application.UseMiddleware<ProblemMiddleware>();
        application.UseRouting();
        application.UseEndpoints(static routes => routes.MapGatewayEndpoints());
        return application.Build();
    }
}
