using System.Threading.RateLimiting;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Gateway.Limits;

/// <summary>Registers how many requests are answered at once.</summary>
internal static class LimitsServiceCollectionExtensions
{
    public static IServiceCollection AddLimits(this IServiceCollection services, GatewayLimits limits)
    {
        services.AddSingleton(limits);
        return services.AddRateLimiter(options =>
        {
            options.AddConcurrencyLimiter(RateLimitPolicies.Requests, limiter =>
            {
                limiter.PermitLimit = limits.MaximumConcurrentRequests;
                limiter.QueueLimit = limits.MaximumWaitingRequests;
                limiter.QueueProcessingOrder = QueueProcessingOrder.OldestFirst;
            });
            options.AddConcurrencyLimiter(RateLimitPolicies.Batches, limiter =>
            {
                limiter.PermitLimit = limits.MaximumConcurrentBatches;
                limiter.QueueLimit = 0;
            });
            options.OnRejected = static async (context, _) => await ProblemWriter.WriteAsync(context.HttpContext, RequestErrors.Overloaded);
        });
    }
}
