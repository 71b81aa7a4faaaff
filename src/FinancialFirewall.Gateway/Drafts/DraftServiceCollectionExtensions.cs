using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Gateway.Drafts;

/// <summary>Registers the endpoints of drafts.</summary>
internal static class DraftServiceCollectionExtensions
{
    public static IServiceCollection AddDrafts(this IServiceCollection services) => services
        .AddSingleton<ReadDraftEndpoint>()
        .AddSingleton<ChangeDraftEndpoint>()
        .AddSingleton<DraftStepEndpoint>();
}
