using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Gateway.Policies;

/// <summary>Registers the endpoints of policies.</summary>
internal static class PolicyServiceCollectionExtensions
{
    public static IServiceCollection AddPolicies(this IServiceCollection services) => services
        .AddSingleton<ReadPolicyEndpoint>()
        .AddSingleton<ChangePolicyEndpoint>();
}
