using FinancialFirewall.Grains.Reviews;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FinancialFirewall.Gateway.Reviews;

/// <summary>Registers reviews.</summary>
internal static class ReviewServiceCollectionExtensions
{
    public static IServiceCollection AddReviews(this IServiceCollection services)
    {
        services.TryAddSingleton<IOpenAssessments>(static provider => provider.GetRequiredService<TenantReviews>());
        return services.AddSingleton<ReviewEndpoint>().AddSingleton<ReviewQueueEndpoint>();
    }
}
