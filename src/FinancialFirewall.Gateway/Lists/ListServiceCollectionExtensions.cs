using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Gateway.Lists;

/// <summary>Registers the endpoints of lists.</summary>
internal static class ListServiceCollectionExtensions
{
    public static IServiceCollection AddLists(this IServiceCollection services) => services
        .AddSingleton<ListsEndpoint>()
        .AddSingleton<ListEntriesEndpoint>()
        .AddSingleton<ImportListEndpoint>()
        .AddSingleton<ListImportsEndpoint>()
        .AddSingleton<ExportListEndpoint>();
}
