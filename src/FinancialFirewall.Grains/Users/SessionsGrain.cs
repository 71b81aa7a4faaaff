using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Users;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Tenants;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace FinancialFirewall.Grains.Users;

/// <inheritdoc cref="ISessionsGrain"/>
public sealed partial class SessionsGrain(
    [PersistentState("sessions", StorageNames.Control)] IPersistentState<SessionsState> state,
    [PersistentState("attempts", StorageNames.Control)] IPersistentState<AttemptsState> attempts,
    ISecretSource secrets,
    AuditLog audit,
    TimeProvider time) : Grain, ISessionsGrain
{
    /// <summary>The code of the refusal whose value is how many seconds to wait.</summary>
    public const string TooManyAttemptsCode = "TOO_MANY_ATTEMPTS";

    private readonly RefusedAttempts refused = new();

    private TenantId Tenant => new(this.GetPrimaryKeyString());

    private Instant Now => Instant.From(time.GetUtcNow());

    private SessionList Sessions => new(state.State.Sessions);

    private AttemptList Attempts => new(attempts.State.Attempts);

    private IUsersGrain Users => GrainFactory.GetGrain<IUsersGrain>(Tenant.Name);

    private ITenantGrain Profiles => GrainFactory.GetGrain<ITenantGrain>(Tenant.Name);

    /// <inheritdoc/>
    public async Task<Result<UserCredentials>> Begin(string email)
    {
        if (Attempts.NextAt(email) is var next && next > Now)
        {
            return SessionErrors.TooManyAttempts(next, Now);
        }

        await KeepAttemptsAsync(Attempts.Counted(email, Now));
        return await Users.FindCredentials(email) ?? new UserCredentials("", "");
    }

    /// <inheritdoc/>
    public async Task<Error> Fail(string email, string userId, string source)
    {
        if (await Profiles.GetProfile() is not null)
        {
            AuditScope.Enter(AuditActor.Unknown(source));
            await NoteFailureAsync(email, userId, UserErrors.SignInRefused);
        }

        return UserErrors.SignInRefused;
    }

    /// <inheritdoc/>
    public Task Forgive(string email) => Attempts.FailuresOf(email) == 0 ? Task.CompletedTask : KeepAttemptsAsync(Attempts.Forgotten(email));

    /// <inheritdoc/>
    public async Task<Result<StartedSession>> Finish(string email, SignInProof proof, SignInOrigin origin)
    {
        AuditScope.Enter(AuditActor.User(proof.UserId, Tenant.Name, origin.Source));
        if (await Profiles.GetProfile() is not { } profile || profile.Status == TenantStatus.Closed)
        {
            return TenantErrors.Closed(Tenant);
        }

        var proved = await Users.Prove(proof);
        if (!proved.IsSuccess)
        {
            await NoteUnprovedAsync(email, proof.UserId, proved.Errors[0]);
            return Result.Failure<StartedSession>(proved.Errors);
        }

        await Forgive(email);
        refused.CountSignIn();
        return await StartAsync(profile, proved.Value, origin);
    }

    /// <inheritdoc/>
    public async Task<Result<SessionHolder>> Authenticate(ReadOnlyMemory<byte> sha256, string source)
    {
        if (Sessions.Find(sha256.Span, Now) is not { } session
            || await Users.Find(session.UserId) is not { Status: UserStatus.Active } user
            || user.Epoch != session.Epoch
            || await Profiles.GetProfile() is not { } profile)
        {
            return SessionErrors.Ended;
        }

        session = await NoteUseAsync(session, source);
        return new SessionHolder(profile, user, session.Describe(), MustSetUpFactor(profile, user));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SessionInfo>> List(string userId)
        => await Users.Find(userId) is { } user ? [.. Sessions.Of(userId, user.Epoch, Now).Select(static session => session.Describe())] : [];

    /// <inheritdoc/>
    public async Task<Result<SessionInfo>> End(string userId, string sessionId)
    {
        if ((await List(userId)).FirstOrDefault(session => string.Equals(session.Id, sessionId, StringComparison.Ordinal)) is not { } found)
        {
            return SessionErrors.Unknown(sessionId);
        }

        await WriteAsync(Sessions.Without(session => string.Equals(session.Id, sessionId, StringComparison.Ordinal)), SessionNotes.Ended(userId, sessionId));
        return found;
    }

    /// <inheritdoc/>
    public async Task<int> EndOthers(string userId, string sessionId)
    {
        var ended = (await List(userId)).Select(static session => session.Id).Where(id => !string.Equals(id, sessionId, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        if (ended.Count > 0)
        {
            await WriteAsync(Sessions.Without(session => ended.Contains(session.Id)), SessionNotes.OthersEnded(userId, ended.Count));
        }

        return ended.Count;
    }

    /// <inheritdoc/>
    public async Task Keep(string sessionId, int epoch)
    {
        if (state.State.Sessions.FirstOrDefault(session => string.Equals(session.Id, sessionId, StringComparison.Ordinal)) is { } kept)
        {
            await WriteAsync(Sessions.WithChanged(kept with { Epoch = epoch }), note: null);
        }
    }

    private static bool MustSetUpFactor(TenantProfile profile, UserInfo user) => profile.IsSecondFactorRequired && !user.HasSecondFactor;

    private async Task<StartedSession> StartAsync(TenantProfile profile, UserInfo user, SignInOrigin origin)
    {
        var secret = new byte[LinkToken.SecretLength];
        secrets.Fill(secret);
        var token = LinkToken.Write(LinkToken.Session, Tenant, secret);
        var session = new TenantSession(LinkToken.Hash(token), user.Id, user.Epoch, Now.UnixMicroseconds)
        {
            SeenMicroseconds = Now.UnixMicroseconds,
            Source = origin.Source,
            Agent = origin.Agent,
        };
        await WriteAsync(Sessions.With(session, Now), SessionNotes.Started(session));
        return new StartedSession(token, session.Describe(), user, MustSetUpFactor(profile, user), Now.Plus(SessionList.LongestTime));
    }

    /// <summary>Notes that a session is used, where that is not known yet. Nobody is kept out because it could not be written.</summary>
    private async Task<TenantSession> NoteUseAsync(TenantSession session, string source)
    {
        if (Now <= new Instant(session.SeenMicroseconds).Plus(SessionList.UsePrecision))
        {
            return session;
        }

        var used = session with { SeenMicroseconds = Now.UnixMicroseconds, Source = source };
        try
        {
            await WriteAsync(Sessions.WithChanged(used), note: null);
        }
        catch (InconsistentStateException)
        {
            // The store has no room, or this site only follows: what comes next says so by itself.
        }

        return used;
    }

    private Task WriteAsync(SessionList next, AuditNote? note) => state.KeepAsync(new SessionsState { Sessions = next.All, Change = note });
}
