using System.Globalization;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>The refusals of <see cref="ITenantGrain"/> and <see cref="TenantDirectory"/>.</summary>
internal static class TenantErrors
{
    private const int MaximumLabelLength = 100;
    private const int MaximumReasonLength = 500;

    public static Error Unauthenticated { get; } = new(
        ErrorKind.Unauthenticated,
        "API_KEY_UNKNOWN",
        "Authorization",
        "",
        "A valid API key is required, as 'Authorization: Bearer <key>' or 'X-Api-Key: <key>'.");

    public static Error KeyExpired(TenantApiKey key) => new(
        ErrorKind.Unauthenticated,
        "API_KEY_EXPIRED",
        "Authorization",
        key.Id,
        $"The API key {key.Id} expired at {new Instant(key.ExpiresMicroseconds ?? 0)}: use the one that replaces it, or have one made.");

    public static Error KeyRevoked(TenantApiKey key) => new(
        ErrorKind.Unauthenticated,
        "API_KEY_REVOKED",
        "Authorization",
        key.Id,
        $"The API key {key.Id} was revoked at {new Instant(key.RevokedMicroseconds ?? 0)}: use another one.");

    public static Error KeyNotFound(string id) => new(ErrorKind.NotFound, "API_KEY_NOT_FOUND", "id", id, "There is no API key with this id.");

    public static Error Unknown(TenantId tenant)
        => new(ErrorKind.NotFound, "TENANT_UNKNOWN", "tenantId", tenant.Name, $"There is no tenant '{tenant.Name}'.");

    public static Error Closed(TenantId tenant) => new(
        ErrorKind.Forbidden, "TENANT_CLOSED", "tenantId", tenant.Name, $"The tenant '{tenant.Name}' is closed, for good.");

    public static IReadOnlyList<Error> CheckNewKey(TenantProfile tenant, bool exists, int keys, ApiKeyRequest request, Instant now)
    {
        if (!exists || tenant.Status == TenantStatus.Closed || keys >= tenant.MaximumApiKeys)
        {
            return [!exists ? Unknown(tenant.Tenant) : tenant.Status == TenantStatus.Closed ? Closed(tenant.Tenant) : Exhausted(tenant, keys)];
        }

        var errors = new List<Error>();
        if (request.Label.Length is 0 or > MaximumLabelLength)
        {
            errors.Add(new Error(
                ErrorKind.Invalid, "LABEL_LENGTH", "label", request.Label, $"A key's label has 1 to {MaximumLabelLength} characters, this one has {request.Label.Length}."));
        }

        if (request.Roles == Roles.None)
        {
            errors.Add(new Error(ErrorKind.Invalid, "ROLES_MISSING", "roles", "", $"A key has one role at the least, of {string.Join(", ", RoleNames.All)}."));
        }

        if (request.ExpiresAt <= now)
        {
            errors.Add(new Error(
                ErrorKind.Invalid, "EXPIRY_PAST", "expiresAt", $"{request.ExpiresAt}", $"A key expires at a time to come, later than {now}, or never."));
        }

        return errors;
    }

    public static Error? CheckRotation(TenantProfile tenant, TenantApiKey? key, int keys, string id, long overlapSeconds, Instant now)
    {
        const long Maximum = TenantGrain.MaximumOverlapDays * 86_400L;
        return key is null ? KeyNotFound(id)
            : key.StatusAt(now) != ApiKeyStatus.Active ? new Error(
                ErrorKind.Conflict, "API_KEY_ENDED", "id", id, $"The key is {EnumNames.Of(key.StatusAt(now))}: only a key that is good can be replaced. Make a new one.")
            : overlapSeconds is < 0 or > Maximum ? new Error(
                ErrorKind.Invalid,
                "OVERLAP_INVALID",
                "overlapSeconds",
                overlapSeconds.ToString(CultureInfo.InvariantCulture),
                $"The key that is replaced stays good for 0 to {Maximum} seconds ({TenantGrain.MaximumOverlapDays} days).")
            : keys >= tenant.MaximumApiKeys ? Exhausted(tenant, keys)
            : null;
    }

    public static IReadOnlyList<Error> CheckSettings(TenantSettings settings)
    {
        var errors = new List<Error>();
        if (settings.Name is { Length: 0 or > MaximumLabelLength } name)
        {
            errors.Add(new Error(ErrorKind.Invalid, "NAME_LENGTH", "name", name, $"A tenant's name has 1 to {MaximumLabelLength} characters, this one has {name.Length}."));
        }

        if (settings.RetentionYears is < TenantGrain.MinimumRetentionYears or > TenantGrain.MaximumRetentionYears)
        {
            errors.Add(new Error(
                ErrorKind.Invalid,
                "RETENTION_INVALID",
                "retentionYears",
                string.Create(CultureInfo.InvariantCulture, $"{settings.RetentionYears}"),
                $"Records are kept for {TenantGrain.MinimumRetentionYears} to {TenantGrain.MaximumRetentionYears} years, not {settings.RetentionYears}."));
        }

        foreach (var (level, minutes) in settings.Reviews is { } reviews
            ? [("lowMinutes", reviews.LowMinutes), ("mediumMinutes", reviews.MediumMinutes), ("highMinutes", reviews.HighMinutes), ("criticalMinutes", reviews.CriticalMinutes)]
            : Array.Empty<(string, int?)>())
        {
            if (minutes is < 1 or > ReviewSettings.MaximumMinutes)
            {
                errors.Add(new Error(
                    ErrorKind.Invalid,
                    "LIMIT_INVALID",
                    $"reviews.{level}",
                    string.Create(CultureInfo.InvariantCulture, $"{minutes}"),
                    $"Something may wait for 1 to {ReviewSettings.MaximumMinutes} minutes, a year."));
            }
        }

        if (settings.MaximumApiKeys is < 1 or > TenantGrain.MaximumApiKeys)
        {
            errors.Add(new Error(
                ErrorKind.Invalid,
                "LIMIT_INVALID",
                "maximumApiKeys",
                string.Create(CultureInfo.InvariantCulture, $"{settings.MaximumApiKeys}"),
                $"A tenant may have 1 to {TenantGrain.MaximumApiKeys} API keys that are good at once."));
        }

        return errors;
    }

    public static Error? CheckStatus(TenantId tenant, bool exists, TenantStatus present, TenantStatus wanted, string reason)
        => !exists ? Unknown(tenant)
            : reason.Length is 0 or > MaximumReasonLength ? new Error(
                ErrorKind.Invalid, "REASON_LENGTH", "reason", reason, $"Say why, in 1 to {MaximumReasonLength} characters; this has {reason.Length}.")
            : present == TenantStatus.Closed && wanted != TenantStatus.Closed ? Closed(tenant)
            : null;

    private static Error Exhausted(TenantProfile tenant, int keys) => new(
        ErrorKind.Conflict,
        "API_KEYS_EXHAUSTED",
        "",
        "",
        $"Tenant '{tenant.Tenant.Name}' has {keys} API keys, the most that are allowed: revoke one first.");
}
