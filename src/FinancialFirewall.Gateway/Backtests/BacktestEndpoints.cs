using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Policies;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Backtests;

/// <summary>What policies would have decided: over a stored period, about the latest payments, about one of them.</summary>
internal static class BacktestEndpoints
{
    /// <summary>Where backtests live.</summary>
    public const string Path = PolicyEndpoints.Path + "/backtests";

    public static void MapBacktestEndpoints(this IEndpointRouteBuilder routes)
    {
        var root = routes.MapGroup(PolicyEndpoints.Path).RequireRateLimiting(RateLimitPolicies.Requests);
        var reading = root.MapGroup("").Demand(Permission.ReadPolicies);
        reading.MapGet("/backtests", BacktestEndpoint.HandleListAsync);
        reading.MapGet("/backtests/{id:guid}", BacktestEndpoint.HandleFindAsync);
        var trying = root.MapGroup("").Demand(Permission.TryPolicies);
        trying.MapDelete("/backtests/{id:guid}", BacktestEndpoint.HandleCancelAsync);
        var asking = trying.MapGroup("").AddEndpointFilter(ContentTypes.RequireJson);
        asking.MapPost("/backtests", BacktestEndpoint.HandleStartAsync);
        asking.MapPost("/previews", TrialEndpoint.HandlePreviewAsync);
        asking.MapPost("/what-if", TrialEndpoint.HandleWhatIfAsync);
    }
}
