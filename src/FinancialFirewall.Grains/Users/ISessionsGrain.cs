using FinancialFirewall.Domain.Results;
using Orleans;
using Orleans.Concurrency;

namespace FinancialFirewall.Grains.Users;

/// <summary>
/// Who of a tenant's people is signed in, and how often somebody tried in vain. A sign-in takes two calls, because comparing a password takes long and is the
/// caller's work: <see cref="Begin"/>, then <see cref="Finish"/> or <see cref="Fail"/>. Key: the tenant.
/// </summary>
[Alias("ff.ISessionsGrain")]
public interface ISessionsGrain : IGrainWithStringKey
{
    /// <summary>Counts an attempt, before anything is compared.</summary>
    /// <param name="email">The mail address in its form.</param>
    /// <returns>What the password is held against, with an empty hash where nobody can sign in by the address; or <c>TOO_MANY_ATTEMPTS</c> with the seconds to wait as its value.</returns>
    [Alias("Begin")]
    Task<Result<UserCredentials>> Begin(string email);

    /// <summary>Notes that the password was wrong, or that nobody can sign in by the address.</summary>
    /// <param name="email">The mail address in its form.</param>
    /// <param name="userId">Who has the address; empty for nobody.</param>
    /// <param name="source">The address that the request came from.</param>
    /// <returns><c>SIGN_IN_REFUSED</c>, which does not tell what was wrong.</returns>
    [Alias("Fail")]
    Task<Error> Fail(string email, string userId, string source);

    /// <summary>Forgets failures with a mail address: the password was right, or somebody answers for it.</summary>
    [Alias("Forgive")]
    Task Forgive(string email);

    /// <summary>Begins a session for somebody whose password was right.</summary>
    /// <param name="email">The mail address in its form.</param>
    /// <param name="proof">What was shown.</param>
    /// <param name="origin">Where it came from.</param>
    /// <returns>The session; or the refusals of <see cref="IUsersGrain.Prove"/>, <c>TENANT_CLOSED</c>.</returns>
    [Alias("Finish")]
    Task<Result<StartedSession>> Finish(string email, SignInProof proof, SignInOrigin origin);

    /// <summary>Lets in who comes with the token of a session, and notes that it is used.</summary>
    /// <param name="sha256">SHA-256 of the token's UTF-8 bytes.</param>
    /// <param name="source">The address that the request came from.</param>
    /// <returns>Who it is; or <c>SESSION_ENDED</c>.</returns>
    [Alias("Authenticate")]
    Task<Result<SessionHolder>> Authenticate(ReadOnlyMemory<byte> sha256, string source);

    /// <summary>The sessions of a user that are good, oldest first.</summary>
    [ReadOnly, Alias("List")]
    Task<IReadOnlyList<SessionInfo>> List(string userId);

    /// <summary>Ends a session of a user.</summary>
    /// <returns>The session as it was; or <c>SESSION_NOT_FOUND</c>.</returns>
    [Alias("End")]
    Task<Result<SessionInfo>> End(string userId, string sessionId);

    /// <summary>Ends all sessions of a user but one.</summary>
    /// <returns>How many that were.</returns>
    [Alias("EndOthers")]
    Task<int> EndOthers(string userId, string sessionId);

    /// <summary>Keeps a session good although its user's number has changed, because of what was done in it.</summary>
    [Alias("Keep")]
    Task Keep(string sessionId, int epoch);
}
