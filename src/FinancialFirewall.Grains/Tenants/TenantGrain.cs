using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using Orleans;
using Orleans.Runtime;

namespace FinancialFirewall.Grains.Tenants;

/// <inheritdoc cref="ITenantGrain"/>
public sealed class TenantGrain(
    [PersistentState("tenant", StorageNames.Control)] IPersistentState<TenantState> state,
    ISecretSource secrets,
    AuthenticatedKeys authenticated,
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

    private const int SecretLength = 32;

    private TenantId Tenant => new(this.GetPrimaryKeyString());

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
            await WriteAsync(new TenantState { SinceMicroseconds = Now.UnixMicroseconds, CardKey = NewSecret() });
        }

        return Profile();
    }

    /// <inheritdoc/>
    public Task<TenantProfile?> GetProfile() => Task.FromResult(state.RecordExists ? Profile() : null);

    /// <inheritdoc/>
    public async Task<Result<string>> IssueApiKey(string label)
    {
        if (TenantErrors.CheckNewKey(Tenant, state.RecordExists, state.State.ApiKeys.Count, label) is { } error)
        {
            return error;
        }

        var key = $"{ApiKeyText.Prefix}{Tenant.Name}_{Base64Url.EncodeToString(NewSecret())}";
        var kept = new TenantApiKey(label, SHA256.HashData(Encoding.UTF8.GetBytes(key)), Now.UnixMicroseconds);
        await WriteAsync(state.State with { ApiKeys = [.. state.State.ApiKeys, kept] });
        return key;
    }

    /// <inheritdoc/>
    public async Task<Result<TenantProfile>> SetRetention(int years)
    {
        if (TenantErrors.CheckRetention(Tenant, state.RecordExists, years) is { } error)
        {
            return error;
        }

        await WriteAsync(state.State with { RetentionYears = years });
        return Profile();
    }

    /// <inheritdoc/>
    public Task<TenantProfile?> Authenticate(ReadOnlyMemory<byte> sha256)
    {
        // Every key is compared in full, so that the time taken tells nothing about how much of a guess was right.
        var matches = false;
        foreach (var key in state.State.ApiKeys)
        {
            matches |= CryptographicOperations.FixedTimeEquals(key.Sha256, sha256.Span);
        }

        if (!matches)
        {
            return Task.FromResult<TenantProfile?>(null);
        }

        var profile = Profile();
        authenticated.Add(profile, sha256.Span);
        return Task.FromResult<TenantProfile?>(profile);
    }

    /// <inheritdoc/>
    public async Task<bool> RevokeApiKey(ReadOnlyMemory<byte> sha256)
    {
        var kept = state.State.ApiKeys.Where(key => !key.Sha256.AsSpan().SequenceEqual(sha256.Span)).ToList();
        if (kept.Count == state.State.ApiKeys.Count)
        {
            return false;
        }

        await WriteAsync(state.State with { ApiKeys = kept });
        return true;
    }

    /// <inheritdoc/>
    public Task<bool> HasApiKey() => Task.FromResult(state.State.ApiKeys.Count > 0);

    private Instant Now => Instant.From(time.GetUtcNow());

    /// <summary>Keeps a state; one that could not be written is not shown to anybody. Whoever was let in by the one before has to ask again.</summary>
    private async Task WriteAsync(TenantState next)
    {
        var before = state.State;
        state.State = next;
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            state.State = before;
            throw;
        }
        finally
        {
            authenticated.Forget(Tenant);
        }
    }

    private TenantProfile Profile() => new(Tenant, new Instant(state.State.SinceMicroseconds), state.State.CardKey, state.State.RetentionYears);

    private byte[] NewSecret()
    {
        var secret = new byte[SecretLength];
        secrets.Fill(secret);
        return secret;
    }
}
