using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Users;

namespace FinancialFirewall.Grains.Users;

/// <summary>What is kept of a user.</summary>
/// <param name="Id">Which one, for good: 16 hexadecimal digits.</param>
/// <param name="Email">The mail address to sign in with, in its form; no two users of a tenant have the same.</param>
/// <param name="Name">What people call the user.</param>
/// <param name="Roles">What the user may do.</param>
/// <param name="CreatedMicroseconds">When the user was invited, in microseconds since the Unix epoch.</param>
public sealed record TenantUser(string Id, string Email, string Name, Roles Roles, long CreatedMicroseconds)
{
    /// <summary>The password, hashed in the form that the gateway chooses; empty while there is none.</summary>
    public string PasswordHash { get; init; } = "";

    /// <summary>Counts what ends sessions: those that began under an earlier number are not good any more.</summary>
    public int Epoch { get; init; }

    /// <summary>The invitation, or the link to a new password, that was not taken up yet.</summary>
    public OneTimeLink? Invitation { get; init; }

    /// <summary>The key of the second factor; empty where there is none.</summary>
    public byte[] TotpKey { get; init; } = [];

    /// <summary>A key that was shown and not confirmed by a code yet.</summary>
    public byte[] OfferedTotpKey { get; init; } = [];

    /// <summary>The step of the last code that was taken; no code is good twice.</summary>
    public long LastTotpStep { get; init; }

    /// <summary>SHA-256 of the recovery codes that were not used yet.</summary>
    public IReadOnlyList<byte[]> RecoveryCodes { get; init; } = [];

    /// <summary>When somebody locked the user; null where nobody did.</summary>
    public long? LockedMicroseconds { get; init; }

    /// <summary>Why.</summary>
    public string LockReason { get; init; } = "";

    /// <summary>When the user signed in last; null for never.</summary>
    public long? LastSignInMicroseconds { get; init; }

    internal UserStatus Status => LockedMicroseconds is not null ? UserStatus.Locked : PasswordHash.Length == 0 ? UserStatus.Invited : UserStatus.Active;

    /// <summary>Whether this is somebody who answers for the tenant and can sign in.</summary>
    internal bool IsActiveOwner => Status == UserStatus.Active && Roles.HasFlag(Roles.Owner);

    /// <summary>What may be told about the user.</summary>
    internal UserInfo Describe() => new(
        Id,
        Email,
        Name,
        Roles,
        Status,
        new Instant(CreatedMicroseconds),
        At(LastSignInMicroseconds),
        At(Invitation?.ExpiresMicroseconds),
        At(LockedMicroseconds),
        LockReason,
        TotpKey.Length > 0,
        RecoveryCodes.Count,
        Epoch);

    private static Instant? At(long? microseconds) => microseconds is { } known ? new Instant(known) : null;
}
