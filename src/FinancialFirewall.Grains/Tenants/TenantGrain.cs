using System.Buffers.Text;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Storage.Journals;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace FinancialFirewall.Grains.Tenants;

/// <inheritdoc cref="ITenantGrain"/>
public sealed class TenantGrain(
    [PersistentState("tenant", StorageNames.Control)] IPersistentState<TenantState> state,
    ISecretSource secrets,
    AuthenticatedKeys authenticated,
    AuditLog audit,
    TimeProvider time) : Grain, ITenantGrain
{
    /// <summary>The most API keys that a tenant can have.</summary>
    public const int MaximumApiKeys = 100;

    /// <summary>The shortest time for which records are kept, in years.</summary>
    public const int MinimumRetentionYears = 5;

    /// <summary>The longest time for which records are kept, in years.</summary>
    public const int MaximumRetentionYears = 10;

    /// <summary>How long records are kept unless the tenant wants it otherwise, in years.</summary>
    public const int DefaultRetentionYears = 7;

    /// <summary>The longest time for which a key and the one that replaces it are both good, in days.</summary>
    public const int MaximumOverlapDays = 30;

    private const int SecretLength = 32;

    private readonly RefusedAttempts refused = new();

    private TenantId Tenant => new(this.GetPrimaryKeyString());

    private Instant Now => Instant.From(time.GetUtcNow());

    private ApiKeyRing Ring => new(state.State.ApiKeys);

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        authenticated.Forget(Tenant);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<TenantProfile> Create()
    {
        if (!state.RecordExists)
        {
            await WriteAsync(new TenantState { SinceMicroseconds = Now.UnixMicroseconds, CardKey = NewSecret() }, TenantNotes.Created(Tenant));
        }

        return Profile();
    }

    /// <inheritdoc/>
    public Task<TenantProfile?> GetProfile() => Task.FromResult(state.RecordExists ? Profile() : null);

    /// <inheritdoc/>
    public async Task<Result<TenantProfile>> Configure(TenantSettings settings)
    {
        if ((state.RecordExists ? TenantSettings.Check(settings) : [TenantErrors.Unknown(Tenant)]) is { Count: > 0 } errors)
        {
            return Result.Failure<TenantProfile>(errors);
        }

        var next = state.State with
        {
            Name = settings.Name ?? state.State.Name,
            RetentionYears = settings.RetentionYears ?? state.State.RetentionYears,
            MaximumApiKeys = settings.MaximumApiKeys ?? state.State.MaximumApiKeys,
            IsSecondFactorRequired = settings.IsSecondFactorRequired ?? state.State.IsSecondFactorRequired,
            RequiresApproval = settings.RequiresApproval ?? state.State.RequiresApproval,
            Reviews = state.State.Reviews.With(settings.Reviews),
        };
        if (next != state.State)
        {
            await WriteAsync(next, TenantNotes.Configured(Tenant, state.State, next));
        }

        return Profile();
    }

    /// <inheritdoc/>
    public async Task<Result<TenantProfile>> SetStatus(TenantStatus status, string reason)
    {
        if (TenantErrors.CheckStatus(Tenant, state.RecordExists, state.State.Status, status, reason) is { } error)
        {
            return error;
        }

        if (status != state.State.Status)
        {
            await WriteAsync(
                state.State with { Status = status, StatusReason = reason, StatusMicroseconds = Now.UnixMicroseconds },
                TenantNotes.StatusSet(Tenant, state.State.Status, status, reason));
        }

        return Profile();
    }

    /// <inheritdoc/>
    public async Task<Result<IssuedApiKey>> IssueApiKey(ApiKeyRequest request)
    {
        if (TenantErrors.CheckNewKey(Profile(), state.RecordExists, Ring.CountActive(Now), request, Now) is { Count: > 0 } errors)
        {
            return Result.Failure<IssuedApiKey>(errors);
        }

        var (secret, key) = NewKey(request);
        await WriteAsync(state.State with { ApiKeys = Ring.With(key, Now) }, TenantNotes.Issued(key));
        return new IssuedApiKey(secret, key.Describe(Now));
    }

    /// <inheritdoc/>
    public async Task<Result<IssuedApiKey>> RotateApiKey(string id, long overlapSeconds)
    {
        var replaced = Ring.Find(id);
        if (TenantErrors.CheckRotation(Profile(), replaced, Ring.CountActive(Now), id, overlapSeconds, Now) is { } error)
        {
            return error;
        }

        var (secret, key) = NewKey(new ApiKeyRequest(replaced!.Label, replaced.Roles, UserId: replaced.UserId));
        var end = Now.Plus(TimeSpan.FromSeconds(overlapSeconds)).UnixMicroseconds;
        var ending = replaced with { ExpiresMicroseconds = Math.Min(end, replaced.ExpiresMicroseconds ?? end) };
        await WriteAsync(
            state.State with { ApiKeys = new ApiKeyRing(Ring.WithChanged(ending)).With(key, Now) }, TenantNotes.Rotated(replaced, ending, key));
        return new IssuedApiKey(secret, key.Describe(Now));
    }

    /// <inheritdoc/>
    public async Task<Result<ApiKeyInfo>> RevokeApiKey(string id)
    {
        if (Ring.Find(id) is not { } key)
        {
            return TenantErrors.KeyNotFound(id);
        }

        if (key.RevokedMicroseconds is null)
        {
            key = key with { RevokedMicroseconds = Now.UnixMicroseconds };
            await WriteAsync(state.State with { ApiKeys = Ring.WithChanged(key) }, TenantNotes.Revoked(key));
        }

        return key.Describe(Now);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ApiKeyInfo>> ListApiKeys()
        => Task.FromResult<IReadOnlyList<ApiKeyInfo>>([.. Ring.Keys.Select(key => key.Describe(Now))]);

    /// <inheritdoc/>
    public async Task<Result<ApiKeyHolder>> Authenticate(ReadOnlyMemory<byte> sha256, string source)
    {
        var key = Ring.Find(sha256.Span);
        if (ApiKeyRing.Check(key, Now) is { } error)
        {
            await NoteFailureAsync(key, error, source);
            return error;
        }

        refused.CountSignIn();
        await NoteUseAsync(key!);
        var holder = new ApiKeyHolder(Profile(), key!.Id, key.Roles, ApiKeyRing.AskAgainAt(key, Now), key.UserId);
        authenticated.Add(holder, sha256.Span);
        return holder;
    }

    /// <inheritdoc/>
    public Task<bool> HasApiKey() => Task.FromResult(Ring.CountActive(Now) > 0);

    /// <inheritdoc/>
    public async Task NoteRefusal(string target, string refusal)
    {
        if (state.RecordExists && refused.Take(new AuditNote("REQUEST", target) { Refusal = refusal }, Now) is { } note)
        {
            await TryNoteAsync(note);
        }
    }

    /// <summary>Notes that somebody was not let in; where nothing can be written, nobody is kept out or let in because of it.</summary>
    private async Task NoteFailureAsync(TenantApiKey? key, Error error, string source)
    {
        if (!state.RecordExists)
        {
            return;
        }

        AuditScope.Enter(key is null ? AuditActor.Unknown(source) : AuditActor.Key(key.Id, Tenant.Name, source));
        foreach (var note in new[] { refused.Take(TenantNotes.SignInRefused(key, error), Now), refused.CountFailedSignIn(Now) })
        {
            await (note is null ? Task.CompletedTask : TryNoteAsync(note));
        }
    }

    private async Task TryNoteAsync(AuditNote note)
    {
        try
        {
            await audit.AppendAsync(Tenant, note);
        }
        catch (JournalFailedException)
        {
            // The process is about to stop, for that reason; until then a refusal stays a refusal.
        }
    }

    /// <summary>Notes that a key is used, where that is not known yet. Nobody is kept out because it could not be written.</summary>
    private async Task NoteUseAsync(TenantApiKey key)
    {
        var now = Now.UnixMicroseconds;
        if (now - (key.LastUsedMicroseconds ?? long.MinValue / 2) < ApiKeyRing.LastUsePrecision.Ticks / TimeSpan.TicksPerMicrosecond)
        {
            return;
        }

        try
        {
            await WriteAsync(state.State with { ApiKeys = Ring.WithChanged(key with { LastUsedMicroseconds = now }) }, note: null);
        }
        catch (InconsistentStateException)
        {
            // The store has no room: the payment that comes says so by itself.
        }
    }

    /// <summary>
    /// Keeps a state, together with what is noted about its change; one that could not be written is not shown to anybody. Whoever was let in by the one before has
    /// to ask again, unless the change was nobody's act.
    /// </summary>
    private async Task WriteAsync(TenantState next, AuditNote? note)
    {
        try
        {
            await state.KeepAsync(next with { Change = note });
        }
        finally
        {
            if (note is not null)
            {
                authenticated.Forget(Tenant);
            }
        }
    }

    private TenantProfile Profile()
    {
        var kept = state.State;
        return new TenantProfile(
            Tenant,
            new Instant(kept.SinceMicroseconds),
            kept.CardKey,
            kept.RetentionYears,
            kept.Name.Length == 0 ? Tenant.Name : kept.Name,
            kept.Status,
            kept.StatusReason,
            new Instant(kept.StatusMicroseconds == 0 ? kept.SinceMicroseconds : kept.StatusMicroseconds),
            kept.MaximumApiKeys,
            kept.IsSecondFactorRequired,
            kept.RequiresApproval,
            kept.Reviews);
    }

    private (string Secret, TenantApiKey Key) NewKey(ApiKeyRequest request)
    {
        var secret = $"{ApiKeyText.Prefix}{Tenant.Name}_{Base64Url.EncodeToString(NewSecret())}";
        return (secret, ApiKeyRing.Describe(secret, request, Now));
    }

    private byte[] NewSecret()
    {
        var secret = new byte[SecretLength];
        secrets.Fill(secret);
        return secret;
    }
}
