using System.Security.Cryptography;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Users;

/// <summary>The sessions of one tenant. Nothing here is kept by itself; each change gives the sessions as they are to be.</summary>
/// <param name="sessions">The sessions, oldest first.</param>
internal sealed class SessionList(IReadOnlyList<TenantSession> sessions)
{
    /// <summary>The most sessions that a user can have; the oldest one ends when another begins.</summary>
    public const int MaximumOfAUser = 10;

    /// <summary>After so long without use a session ends.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(30);

    /// <summary>After so long a session ends, however it is used.</summary>
    public static readonly TimeSpan LongestTime = TimeSpan.FromHours(12);

    /// <summary>How old the noted time of a session's last use can be while it is used all the time.</summary>
    public static readonly TimeSpan UsePrecision = TimeSpan.FromMinutes(1);

    /// <summary>The sessions, oldest first.</summary>
    public IReadOnlyList<TenantSession> All => sessions;

    /// <summary>The session of a token that is good by its time; null where there is none. Every hash is compared in full.</summary>
    public TenantSession? Find(ReadOnlySpan<byte> sha256, Instant now)
    {
        TenantSession? found = null;
        foreach (var session in sessions)
        {
            found = CryptographicOperations.FixedTimeEquals(session.Sha256, sha256) && now < session.ExpiresAt ? session : found;
        }

        return found;
    }

    /// <summary>The sessions of a user that are good, oldest first.</summary>
    public IEnumerable<TenantSession> Of(string userId, int epoch, Instant now)
        => sessions.Where(session => string.Equals(session.UserId, userId, StringComparison.Ordinal) && session.Epoch == epoch && now < session.ExpiresAt);

    /// <summary>The sessions with one more, without those that ended and those of its user that are too many.</summary>
    public SessionList With(TenantSession begun, Instant now)
    {
        var surplus = Of(begun.UserId, begun.Epoch, now).Reverse().Skip(MaximumOfAUser - 1).ToHashSet();
        return new([.. sessions.Where(session => now < session.ExpiresAt && !surplus.Contains(session) && !IsOutdated(session, begun)), begun]);
    }

    /// <summary>The sessions with one of them changed.</summary>
    public SessionList WithChanged(TenantSession changed)
        => new([.. sessions.Select(session => session.Sha256.AsSpan().SequenceEqual(changed.Sha256) ? changed : session)]);

    /// <summary>The sessions without some.</summary>
    public SessionList Without(Func<TenantSession, bool> ended) => new([.. sessions.Where(session => !ended(session))]);

    private static bool IsOutdated(TenantSession session, TenantSession begun)
        => string.Equals(session.UserId, begun.UserId, StringComparison.Ordinal) && session.Epoch < begun.Epoch;
}
