using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Gateway.Keys;

/// <summary>An API key as it is answered; the key itself only once, by whom it was made.</summary>
internal sealed record KeyAnswer(
    string Id,
    string Prefix,
    string Label,
    IEnumerable<string> Roles,
    string Status,
    string CreatedAt,
    string? ExpiresAt,
    string? RevokedAt,
    string? LastUsedAt,
    string? UserId)
{
    /// <summary>What may be told about a key.</summary>
    public static KeyAnswer Of(ApiKeyInfo key) => new(
        key.Id,
        key.Prefix,
        key.Label,
        RoleNames.Of(key.Roles),
        EnumNames.Of(key.Status),
        key.CreatedAt.ToString(),
        key.ExpiresAt?.ToString(),
        key.RevokedAt?.ToString(),
        key.LastUsedAt?.ToString(),
        key.UserId is { Length: > 0 } user ? user : null);
}
