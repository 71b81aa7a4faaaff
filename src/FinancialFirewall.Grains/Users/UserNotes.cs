using System.Globalization;
using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Audit;

namespace FinancialFirewall.Grains.Users;

/// <summary>How changes of users stand in the audit log.</summary>
internal static class UserNotes
{
    public static AuditNote SetUpOffered { get; } = new("SET_UP_LINK_ISSUED", "user/");

    public static AuditNote Invited(TenantUser user) => Of("USER_INVITED", user) with { After = Json(user) };

    public static AuditNote LinkIssued(TenantUser user) => Of("USER_LINK_ISSUED", user);

    public static AuditNote Joined(TenantUser user) => Of("USER_JOINED", user) with { After = Json(user) };

    public static AuditNote SetUp(TenantUser user) => Of("OWNER_SET_UP", user) with { After = Json(user) };

    public static AuditNote PasswordSet(TenantUser user) => Of("PASSWORD_CHANGED", user);

    public static AuditNote Changed(TenantUser before, TenantUser after) => Of("USER_CHANGED", after) with { Before = Json(before), After = Json(after) };

    public static AuditNote Locked(TenantUser user, string reason) => Of("USER_LOCKED", user) with { Remark = reason };

    public static AuditNote Unlocked(TenantUser user) => Of("USER_UNLOCKED", user);

    public static AuditNote Removed(TenantUser user) => Of("USER_REMOVED", user) with { Before = Json(user) };

    public static AuditNote SessionsEnded(TenantUser user) => Of("SESSIONS_ENDED", user);

    public static AuditNote FactorAdded(TenantUser user) => Of("SECOND_FACTOR_ADDED", user);

    public static AuditNote FactorRemoved(TenantUser user) => Of("SECOND_FACTOR_REMOVED", user);

    public static AuditNote FactorReset(TenantUser user) => Of("SECOND_FACTOR_RESET", user);

    public static AuditNote RecoveryCodesRenewed(TenantUser user) => Of("RECOVERY_CODES_RENEWED", user);

    public static AuditNote RecoveryCodeUsed(TenantUser user, int left) => Of("RECOVERY_CODE_USED", user) with { Remark = string.Create(CultureInfo.InvariantCulture, $"{left} are left.") };

    public static string TargetOf(string user) => $"user/{user}";

    private static AuditNote Of(string action, TenantUser user) => new(action, TargetOf(user.Id));

    private static byte[] Json(TenantUser user)
        => JsonSerializer.SerializeToUtf8Bytes(new { email = user.Email, name = user.Name, roles = RoleNames.Of(user.Roles) });
}
