using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Gateway.Backtests;

/// <summary>Registers the endpoints of what policies would have decided.</summary>
internal static class BacktestServiceCollectionExtensions
{
    public static IServiceCollection AddBacktests(this IServiceCollection services) => services
        .AddSingleton<BacktestEndpoint>()
        .AddSingleton<WhatIfAsker>()
        .AddSingleton<TrialEndpoint>();
}
