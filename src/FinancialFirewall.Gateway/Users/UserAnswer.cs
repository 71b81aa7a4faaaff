using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Grains.Users;

namespace FinancialFirewall.Gateway.Users;

/// <summary>A user as it is answered: nothing secret.</summary>
internal sealed record UserAnswer(
    string Id,
    string Email,
    string Name,
    IEnumerable<string> Roles,
    string Status,
    string CreatedAt,
    string? LastSignInAt,
    string? LinkExpiresAt,
    string? LockedAt,
    string LockReason,
    bool SecondFactor,
    int RecoveryCodesLeft)
{
    /// <summary>What may be told about a user.</summary>
    public static UserAnswer Of(UserInfo user) => new(
        user.Id,
        user.Email,
        user.Name,
        RoleNames.Of(user.Roles),
        EnumNames.Of(user.Status),
        user.CreatedAt.ToString(),
        user.LastSignInAt?.ToString(),
        user.LinkExpiresAt?.ToString(),
        user.LockedAt?.ToString(),
        user.LockReason,
        user.HasSecondFactor,
        user.RecoveryCodesLeft);
}
