using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Users;

/// <summary>What is kept of a session.</summary>
/// <param name="Sha256">SHA-256 of its token's UTF-8 bytes; the token itself is not kept.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="Epoch">The number of the user's under which it began; it is good while that is the user's.</param>
/// <param name="CreatedMicroseconds">When it began, in microseconds since the Unix epoch.</param>
public sealed record TenantSession(byte[] Sha256, string UserId, int Epoch, long CreatedMicroseconds)
{
    /// <summary>When it was last used, at most <see cref="SessionList.UsePrecision"/> too early.</summary>
    public long SeenMicroseconds { get; init; }

    /// <summary>The address that it was last used from.</summary>
    public string Source { get; init; } = "";

    /// <summary>What program it began with, as that says itself.</summary>
    public string Agent { get; init; } = "";

    /// <summary>Which session this is: the same while it lasts, and nothing of the token.</summary>
    internal string Id => Convert.ToHexStringLower(Sha256.AsSpan(0, sizeof(ulong)));

    /// <summary>Until when it is good unless it is used.</summary>
    internal Instant ExpiresAt => new(Math.Min(
        new Instant(SeenMicroseconds).Plus(SessionList.IdleTime).UnixMicroseconds, new Instant(CreatedMicroseconds).Plus(SessionList.LongestTime).UnixMicroseconds));

    /// <summary>What may be told about it.</summary>
    internal SessionInfo Describe() => new(Id, new Instant(CreatedMicroseconds), new Instant(SeenMicroseconds), ExpiresAt, Source, Agent);
}
