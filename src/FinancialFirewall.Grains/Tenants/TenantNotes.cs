using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>How changes of a tenant and of its keys stand in its audit log.</summary>
internal static class TenantNotes
{
    public static AuditNote Created(TenantId tenant) => new("TENANT_CREATED", $"tenant/{tenant.Name}");

    public static AuditNote Configured(TenantId tenant, TenantState before, TenantState after)
        => new("TENANT_CONFIGURED", $"tenant/{tenant.Name}")
        {
            Before = Settings(before),
            After = Settings(after),
            SecurityEvent = before.RequiresApproval && !after.RequiresApproval ? AuditEvents.ApprovalSwitchedOff : "",
        };

    public static AuditNote StatusSet(TenantId tenant, TenantStatus before, TenantStatus after, string reason) => new(
        after switch { TenantStatus.Suspended => "TENANT_SUSPENDED", TenantStatus.Closed => "TENANT_CLOSED", _ => "TENANT_RESUMED" }, $"tenant/{tenant.Name}")
    {
        Remark = reason,
        Before = Json(new { status = EnumNames.Of(before) }),
        After = Json(new { status = EnumNames.Of(after) }),
    };

    public static AuditNote Issued(TenantApiKey key) => new("API_KEY_ISSUED", TargetOf(key.Id)) { After = Key(key) };

    public static AuditNote Rotated(TenantApiKey replaced, TenantApiKey ending, TenantApiKey key)
        => new("API_KEY_ROTATED", TargetOf(replaced.Id)) { Remark = $"Replaced by {key.Id}.", Before = Key(replaced), After = Key(ending) };

    public static AuditNote Revoked(TenantApiKey key) => new("API_KEY_REVOKED", TargetOf(key.Id)) { Before = Key(key) };

    /// <summary>Somebody came with a key that is not good. Of one that is unknown nothing is kept.</summary>
    public static AuditNote SignInRefused(TenantApiKey? key, Error error) => new("SIGN_IN", key is null ? "" : TargetOf(key.Id)) { Refusal = error.Code };

    private static string TargetOf(string key) => $"key/{key}";

    private static byte[] Settings(TenantState state) => Json(new
    {
        name = state.Name,
        retentionYears = state.RetentionYears,
        maximumApiKeys = state.MaximumApiKeys,
        secondFactorRequired = state.IsSecondFactorRequired,
        requiresApproval = state.RequiresApproval,
        reviews = state.Reviews,
    });

    private static byte[] Key(TenantApiKey key) => Json(new
    {
        label = key.Label,
        roles = RoleNames.Of(key.Roles),
        expiresAt = key.ExpiresMicroseconds is { } expires ? new Instant(expires).ToString() : null,
        userId = key.UserId.Length > 0 ? key.UserId : null,
    });

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value);
}
