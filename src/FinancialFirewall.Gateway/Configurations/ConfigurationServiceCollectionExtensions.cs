using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Gateway.Configurations;

/// <summary>Registers the endpoints of configurations.</summary>
internal static class ConfigurationServiceCollectionExtensions
{
    public static IServiceCollection AddConfigurations(this IServiceCollection services) => services
        .AddSingleton<ListConfigurationsEndpoint>()
        .AddSingleton<ChangeConfigurationEndpoint>()
        .AddSingleton<CheckConfigurationEndpoint>();
}
