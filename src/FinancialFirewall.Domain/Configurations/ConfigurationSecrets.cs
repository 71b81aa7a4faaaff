using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>The secrets of a configuration with their places.</summary>
public static class ConfigurationSecrets
{
    private const string Place = "/bankFraudApiConfig";

    /// <summary>All secrets, each with its JSON pointer below the configuration.</summary>
    public static IEnumerable<(string Pointer, Secret Secret)> Of(RiskConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var found = new List<(string Pointer, Secret Secret)>();
        Map(configuration.BankFraudApiConfig, (pointer, secret) =>
        {
            found.Add((pointer, secret));
            return secret;
        });
        return found;
    }

    /// <summary>
    /// Puts the secrets of a configuration back where a caller sent their masks. One that was meant for a host is never sent to another: where the scheme, the
    /// host or the port of the engine's address is another one, the secrets have to be sent anew.
    /// </summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="present">What it replaces; null where it replaces nothing.</param>
    /// <returns>The configuration without any mask; or a <c>SECRET_MASKED</c> for each that stands for nothing.</returns>
    public static Result<RiskConfiguration> Restore(RiskConfiguration sent, RiskConfiguration? present)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var kept = (present is null ? [] : Of(present)).ToDictionary(static one => one.Pointer, static one => one.Secret, StringComparer.Ordinal);
        var host = HostOf(sent);
        var hostBefore = present is null ? host : HostOf(present);
        var errors = new DocumentErrors();
        var restored = sent with { BankFraudApiConfig = Map(sent.BankFraudApiConfig, Restored) };
        return errors.Outcome(restored);

        Secret Restored(string pointer, Secret secret)
        {
            if (!IsMask(secret))
            {
                return secret;
            }

            if (kept.TryGetValue(pointer, out var before) && string.Equals(host, hostBefore, StringComparison.OrdinalIgnoreCase))
            {
                return before;
            }

            errors.Add("SECRET_MASKED", pointer, Secret.Mask, before is null
                ? "There is no secret that this mask could stand for: send the secret itself or {\"secretRef\": \"name\"}."
                : $"The engine's address leads to {host} now and led to {hostBefore} before: send the secret itself again.");
            return secret;
        }
    }

    /// <summary>The configuration with masks in place of its secrets; the names of secrets in the store stay.</summary>
    public static RiskConfiguration Hide(RiskConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration with
        {
            BankFraudApiConfig = Map(configuration.BankFraudApiConfig, static (_, secret) => secret.Reference is null ? new Secret(Secret.Mask, Reference: null) : secret),
        };
    }

    /// <summary>Whether what stands there is a mask and no secret.</summary>
    public static bool IsMask(Secret secret) => string.Equals(secret?.Value, Secret.Mask, StringComparison.Ordinal);

    private static string HostOf(RiskConfiguration configuration)
        => Uri.TryCreate(configuration.BankFraudApiConfig?.ApiUrl, UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Authority) : "no host";

    private static BankFraudApiConfig? Map(BankFraudApiConfig? config, Func<string, Secret, Secret> map)
        => config is null ? null : config with
        {
            Headers = Map($"{Place}/headers", config.Headers, map),
            Authentication = config.Authentication is not { } authentication ? null : authentication with
            {
                ApiKey = Map($"{Place}/authentication/apiKey", authentication.ApiKey, map),
                Password = Map($"{Place}/authentication/password", authentication.Password, map),
                BearerToken = Map($"{Place}/authentication/bearerToken", authentication.BearerToken, map),
                Headers = Map($"{Place}/authentication/headers", authentication.Headers, map),
            },
        };

    private static Secret? Map(string pointer, Secret? secret, Func<string, Secret, Secret> map) => secret is null ? null : map(pointer, secret);

    private static List<KeyValuePair<string, Secret>>? Map(
        string pointer, IReadOnlyList<KeyValuePair<string, Secret>>? secrets, Func<string, Secret, Secret> map)
        => secrets?.Select(pair => KeyValuePair.Create(pair.Key, map(JsonPointer.Member(pointer, pair.Key), pair.Value))).ToList();
}
