using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Users;
using Orleans;

namespace FinancialFirewall.Grains.Users;

/// <summary>What may be told about a user: nothing secret.</summary>
/// <param name="Id">Which one: 16 hexadecimal digits.</param>
/// <param name="Email">The mail address to sign in with.</param>
/// <param name="Name">What people call the user.</param>
/// <param name="Roles">What the user may do.</param>
/// <param name="Status">Whether the user can sign in.</param>
/// <param name="CreatedAt">When the user was invited.</param>
/// <param name="LastSignInAt">When the user signed in last; null for never.</param>
/// <param name="LinkExpiresAt">Until when an invitation, or a link to a new password, can be taken up; null where there is none.</param>
/// <param name="LockedAt">Since when the user is locked; null where it is not.</param>
/// <param name="LockReason">Why; empty where it is not.</param>
/// <param name="HasSecondFactor">Whether a second factor is asked for.</param>
/// <param name="RecoveryCodesLeft">How many recovery codes were not used yet.</param>
/// <param name="Epoch">The number that a session must have begun under to be good.</param>
[GenerateSerializer, Immutable, Alias("ff.UserInfo")]
public sealed record UserInfo(
    [property: Id(0)] string Id,
    [property: Id(1)] string Email,
    [property: Id(2)] string Name,
    [property: Id(3)] Roles Roles,
    [property: Id(4)] UserStatus Status,
    [property: Id(5)] Instant CreatedAt,
    [property: Id(6)] Instant? LastSignInAt,
    [property: Id(7)] Instant? LinkExpiresAt,
    [property: Id(8)] Instant? LockedAt,
    [property: Id(9)] string LockReason,
    [property: Id(10)] bool HasSecondFactor,
    [property: Id(11)] int RecoveryCodesLeft,
    [property: Id(12)] int Epoch);
