using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Gateway.Toggles;

/// <summary>Registers the endpoints of toggles.</summary>
internal static class ToggleServiceCollectionExtensions
{
    public static IServiceCollection AddToggles(this IServiceCollection services) => services
        .AddSingleton<ListTogglesEndpoint>()
        .AddSingleton<ChangeToggleEndpoint>()
        .AddSingleton<SwitchToggleEndpoint>()
        .AddSingleton<CheckToggleEndpoint>()
        .AddSingleton<ToggleStatisticsEndpoint>()
        .AddSingleton<RefreshTogglesEndpoint>();
}
