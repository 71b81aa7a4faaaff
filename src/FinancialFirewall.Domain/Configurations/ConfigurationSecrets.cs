using FinancialFirewall.Domain.Documents;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>The secrets of a configuration with their places.</summary>
public static class ConfigurationSecrets
{
    /// <summary>All secrets, each with its JSON pointer below the configuration.</summary>
    public static IEnumerable<(string Pointer, Secret Secret)> Of(RiskConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        const string Place = "/bankFraudApiConfig";
        var config = configuration.BankFraudApiConfig;
        var authentication = config?.Authentication;
        return Named(Place, "headers", config?.Headers)
            .Concat(Single(Place, "apiKey", authentication?.ApiKey))
            .Concat(Single(Place, "password", authentication?.Password))
            .Concat(Single(Place, "bearerToken", authentication?.BearerToken))
            .Concat(Named($"{Place}/authentication", "headers", authentication?.Headers));
    }

    private static IEnumerable<(string Pointer, Secret Secret)> Single(string place, string name, Secret? secret)
        => secret is null ? [] : [($"{place}/authentication/{name}", secret)];

    private static IEnumerable<(string Pointer, Secret Secret)> Named(string place, string name, IReadOnlyList<KeyValuePair<string, Secret>>? secrets)
        => (secrets ?? []).Select(pair => (JsonPointer.Member($"{place}/{name}", pair.Key), pair.Value));
}
