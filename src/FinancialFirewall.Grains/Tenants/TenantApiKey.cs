using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>What is kept of an API key.</summary>
/// <param name="Label">What it is for.</param>
/// <param name="Sha256">SHA-256 of the key's UTF-8 bytes; the key itself is not kept.</param>
/// <param name="CreatedMicroseconds">When it was made, in microseconds since the Unix epoch.</param>
public sealed record TenantApiKey(string Label, byte[] Sha256, long CreatedMicroseconds)
{
    /// <summary>The beginning of the key, by which people tell it from others; empty where it was not kept.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What it may do. A key of a state that names no roles was made when there were none, for everything.</summary>
    public Roles Roles { get; init; } = ApiKeyRing.FirstRoles;

    /// <summary>The user who holds it; empty for nobody.</summary>
    public string UserId { get; init; } = "";

    /// <summary>From when on it lets nobody in; null for never.</summary>
    public long? ExpiresMicroseconds { get; init; }

    /// <summary>When it was ended; null where it was not.</summary>
    public long? RevokedMicroseconds { get; init; }

    /// <summary>When it was last seen, at most <see cref="ApiKeyRing.LastUsePrecision"/> too early; null for never.</summary>
    public long? LastUsedMicroseconds { get; init; }

    /// <summary>Which key this is: the same for ever, and nothing of the secret.</summary>
    internal string Id => ApiKeyText.IdOf(Sha256);

    /// <summary>What may be told about it.</summary>
    internal ApiKeyInfo Describe(Instant now) => new(
        Id,
        Prefix,
        Label,
        Roles,
        StatusAt(now),
        new Instant(CreatedMicroseconds),
        ExpiresMicroseconds is { } expires ? new Instant(expires) : null,
        RevokedMicroseconds is { } revoked ? new Instant(revoked) : null,
        LastUsedMicroseconds is { } used ? new Instant(used) : null,
        UserId);

    /// <summary>Whether it lets somebody in.</summary>
    internal ApiKeyStatus StatusAt(Instant now)
        => RevokedMicroseconds is not null ? ApiKeyStatus.Revoked
            : ExpiresMicroseconds <= now.UnixMicroseconds ? ApiKeyStatus.Expired
            : ApiKeyStatus.Active;

    /// <summary>When it ended; null while it has not.</summary>
    internal long? EndedAt(Instant now) => RevokedMicroseconds ?? (ExpiresMicroseconds <= now.UnixMicroseconds ? ExpiresMicroseconds : null);
}
