using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using Orleans;
using Orleans.Concurrency;

namespace FinancialFirewall.Grains.Users;

/// <summary>
/// The people of one tenant: who they are, what they may do, and what they sign in with. It hashes no password, which takes long: whoever calls does. Key: the
/// tenant.
/// </summary>
[Alias("ff.IUsersGrain")]
public interface IUsersGrain : IGrainWithStringKey
{
    /// <summary>All users, in the order in which they were invited.</summary>
    [ReadOnly, Alias("List")]
    Task<IReadOnlyList<UserInfo>> List();

    /// <summary>The user of an id; null where there is none.</summary>
    [ReadOnly, Alias("Find")]
    Task<UserInfo?> Find(string id);

    /// <summary>Invites somebody. The token of the link is in the answer and nowhere else; it is good for <see cref="UsersGrain.InvitationDays"/> days.</summary>
    /// <returns>The link; or every member that is out of bounds, <c>EMAIL_TAKEN</c>, <c>USERS_EXHAUSTED</c>.</returns>
    [Alias("Invite")]
    Task<Result<IssuedLink>> Invite(NewUser user);

    /// <summary>Makes a link by which a user sets a password, for the first time or anew; one that was made before is not good any more.</summary>
    /// <returns>The link; or <c>USER_NOT_FOUND</c>, <c>USER_LOCKED</c>.</returns>
    [Alias("IssueLink")]
    Task<Result<IssuedLink>> IssueLink(string id);

    /// <summary>Changes a user's name or roles; they hold for the user's very next request.</summary>
    /// <returns>The user; or every member that is out of bounds, <c>USER_NOT_FOUND</c>, <c>LAST_OWNER</c>.</returns>
    [Alias("Change")]
    Task<Result<UserInfo>> Change(string id, UserChange change);

    /// <summary>Locks a user out, with all sessions.</summary>
    /// <param name="id">The user.</param>
    /// <param name="reason">Why, for people; 1 to 500 characters.</param>
    /// <returns>The user; or <c>USER_NOT_FOUND</c>, <c>LAST_OWNER</c>, <c>REASON_LENGTH</c>.</returns>
    [Alias("Lock")]
    Task<Result<UserInfo>> Lock(string id, string reason);

    /// <summary>Lets a user sign in again.</summary>
    [Alias("Unlock")]
    Task<Result<UserInfo>> Unlock(string id);

    /// <summary>Removes a user for good.</summary>
    /// <returns>The user as it was; or <c>USER_NOT_FOUND</c>, <c>LAST_OWNER</c>.</returns>
    [Alias("Remove")]
    Task<Result<UserInfo>> Remove(string id);

    /// <summary>Ends all sessions of a user.</summary>
    [Alias("EndSessions")]
    Task<Result<UserInfo>> EndSessions(string id);

    /// <summary>Takes a second factor away that somebody has lost, with all sessions.</summary>
    /// <returns>The user; or <c>USER_NOT_FOUND</c>, <c>SECOND_FACTOR_MISSING</c>.</returns>
    [Alias("ResetSecondFactor")]
    Task<Result<UserInfo>> ResetSecondFactor(string id);

    /// <summary>Makes the link good by which somebody becomes an owner, for <see cref="UsersGrain.SetUpHours"/> hours; one that was made before is not good any more.</summary>
    /// <param name="sha256">SHA-256 of its token's UTF-8 bytes.</param>
    /// <returns>From when on it is not good any more.</returns>
    [Alias("OfferSetUp")]
    Task<Instant> OfferSetUp(ReadOnlyMemory<byte> sha256);

    /// <summary>Whom a link is for, while it is good.</summary>
    /// <returns>The target; or <c>LINK_INVALID</c>.</returns>
    [ReadOnly, Alias("FindLink")]
    Task<Result<LinkTarget>> FindLink(ReadOnlyMemory<byte> sha256);

    /// <summary>Takes up an invitation or a link to a new password: it is used up, and earlier sessions end.</summary>
    /// <returns>The user; or <c>LINK_INVALID</c>.</returns>
    [Alias("AcceptLink")]
    Task<Result<UserInfo>> AcceptLink(ReadOnlyMemory<byte> sha256, string passwordHash);

    /// <summary>Takes up the set-up link: makes an owner, or makes the user who has that mail address one, with a new password, whether locked or not.</summary>
    /// <returns>The owner; or <c>LINK_INVALID</c>, every member that is out of bounds, <c>USERS_EXHAUSTED</c>.</returns>
    [Alias("SetUp")]
    Task<Result<UserInfo>> SetUp(ReadOnlyMemory<byte> sha256, NewUser owner, string passwordHash);

    /// <summary>What a password is held against; null where nobody has the mail address.</summary>
    /// <param name="email">The address in its form.</param>
    [ReadOnly, Alias("FindCredentials")]
    Task<UserCredentials?> FindCredentials(string email);

    /// <summary>Lets somebody in whose password was right, where the second factor is right too; a code is used up by it.</summary>
    /// <returns>The user; or <c>SIGN_IN_REFUSED</c>, <c>USER_LOCKED</c>, <c>SECOND_FACTOR_REQUIRED</c>, <c>SECOND_FACTOR_WRONG</c>.</returns>
    [Alias("Prove")]
    Task<Result<UserInfo>> Prove(SignInProof proof);

    /// <summary>Gives a user a new password; every session ends that is not kept by <see cref="ISessionsGrain.Keep"/>.</summary>
    [Alias("SetPassword")]
    Task<Result<UserInfo>> SetPassword(string id, string passwordHash);

    /// <summary>Makes the key of a second factor, which counts once it is confirmed by a code.</summary>
    /// <returns>The key, this once; or <c>SECOND_FACTOR_PRESENT</c>.</returns>
    [Alias("OfferSecondFactor")]
    Task<Result<OfferedFactor>> OfferSecondFactor(string id);

    /// <summary>Confirms a second factor.</summary>
    /// <returns>Recovery codes, this once: only hashes are kept; or <c>SECOND_FACTOR_NOT_OFFERED</c>, <c>SECOND_FACTOR_WRONG</c>.</returns>
    [Alias("ConfirmSecondFactor")]
    Task<Result<IReadOnlyList<string>>> ConfirmSecondFactor(string id, string code);

    /// <summary>Takes the second factor of somebody away who is signed in.</summary>
    /// <returns>The user; or <c>SECOND_FACTOR_MISSING</c>, <c>SECOND_FACTOR_NEEDED</c> where the tenant asks everybody for one.</returns>
    [Alias("RemoveSecondFactor")]
    Task<Result<UserInfo>> RemoveSecondFactor(string id);

    /// <summary>Makes new recovery codes; the ones before are not good any more.</summary>
    /// <returns>The codes, this once; or <c>SECOND_FACTOR_MISSING</c>.</returns>
    [Alias("RenewRecoveryCodes")]
    Task<Result<IReadOnlyList<string>>> RenewRecoveryCodes(string id);
}
