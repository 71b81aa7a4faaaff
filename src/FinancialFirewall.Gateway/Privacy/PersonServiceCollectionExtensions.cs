using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Gateway.Privacy;

/// <summary>Registers the endpoints about persons.</summary>
internal static class PersonServiceCollectionExtensions
{
    public static IServiceCollection AddPersons(this IServiceCollection services) => services
        .AddSingleton<PersonErasures>()
        .AddSingleton<ErasePersonEndpoint>()
        .AddSingleton<ExportPersonEndpoint>();
}
