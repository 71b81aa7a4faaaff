using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>The refusals of <see cref="ITenantGrain"/> and <see cref="TenantDirectory"/>.</summary>
internal static class TenantErrors
{
    private const int MaximumLabelLength = 100;

    public static Error Unauthenticated { get; } = new(
        ErrorKind.Unauthenticated,
        "API_KEY_UNKNOWN",
        "Authorization",
        "",
        "A valid API key is required, as 'Authorization: Bearer <key>' or 'X-Api-Key: <key>'.");

    public static Error? CheckNewKey(TenantId tenant, bool exists, int keys, string label) => (exists, keys, label.Length) switch
    {
        (false, _, _) => Unknown(tenant),
        (_, >= TenantGrain.MaximumApiKeys, _) => new Error(
            ErrorKind.Conflict,
            "API_KEYS_EXHAUSTED",
            "",
            "",
            $"Tenant '{tenant.Name}' has {keys} API keys, the most that are allowed: revoke one first."),
        (_, _, 0 or > MaximumLabelLength) => new Error(
            ErrorKind.Invalid, "LABEL_LENGTH", "label", label, $"A key's label has 1 to {MaximumLabelLength} characters, this one has {label.Length}."),
        _ => null,
    };

    public static Error? CheckRetention(TenantId tenant, bool exists, int years)
    {
        if (!exists)
        {
            return Unknown(tenant);
        }

        return years is >= TenantGrain.MinimumRetentionYears and <= TenantGrain.MaximumRetentionYears
            ? null
            : new Error(
                ErrorKind.Invalid,
                "RETENTION_INVALID",
                "retentionYears",
                years.ToString(CultureInfo.InvariantCulture),
                $"Records are kept for {TenantGrain.MinimumRetentionYears} to {TenantGrain.MaximumRetentionYears} years, not {years}.");
    }

    private static Error Unknown(TenantId tenant)
        => new(ErrorKind.NotFound, "TENANT_UNKNOWN", "tenantId", tenant.Name, $"There is no tenant '{tenant.Name}'.");
}
