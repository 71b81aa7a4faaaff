using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using Orleans;
using Orleans.Concurrency;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>One tenant: since when it exists, whether it works, its settings, its secrets and its API keys. Key: the tenant.</summary>
[Alias("ff.ITenantGrain")]
public interface ITenantGrain : IGrainWithStringKey
{
    /// <summary>Creates the tenant, or gives the one that exists.</summary>
    [Alias("Create")]
    Task<TenantProfile> Create();

    /// <summary>The tenant; null while it was never created.</summary>
    [ReadOnly, Alias("GetProfile")]
    Task<TenantProfile?> GetProfile();

    /// <summary>Changes what can be changed about the tenant. A shorter retention removes nothing by itself, and a longer one brings nothing back.</summary>
    /// <returns>The tenant as it is now; or <c>TENANT_UNKNOWN</c>, or every setting that is out of bounds.</returns>
    [Alias("Configure")]
    Task<Result<TenantProfile>> Configure(TenantSettings settings);

    /// <summary>Suspends the tenant, lets it work again, or closes it for good. Once this is answered it holds for the very next payment.</summary>
    /// <param name="status">What it is to be; what it is already changes nothing.</param>
    /// <param name="reason">Why, for people; 1 to 500 characters.</param>
    /// <returns>The tenant as it is now; or <c>TENANT_UNKNOWN</c>, <c>TENANT_CLOSED</c>, <c>REASON_LENGTH</c>.</returns>
    [Alias("SetStatus")]
    Task<Result<TenantProfile>> SetStatus(TenantStatus status, string reason);

    /// <summary>Makes an API key. Its secret is in the answer and nowhere else: only a hash is kept.</summary>
    /// <returns>The key; or why there is none: the tenant does not exist, already has as many as it may, or the key is not asked for properly.</returns>
    [Alias("IssueApiKey")]
    Task<Result<IssuedApiKey>> IssueApiKey(ApiKeyRequest request);

    /// <summary>Makes a key that may do what another one does, which stays good for a while.</summary>
    /// <param name="id">The key that is to be replaced; it must be good.</param>
    /// <param name="overlapSeconds">For how long both are good: 0 to <see cref="TenantGrain.MaximumOverlapDays"/> days.</param>
    /// <returns>The new key; or <c>API_KEY_NOT_FOUND</c>, <c>API_KEY_ENDED</c>, <c>OVERLAP_INVALID</c>, <c>API_KEYS_EXHAUSTED</c>.</returns>
    [Alias("RotateApiKey")]
    Task<Result<IssuedApiKey>> RotateApiKey(string id, long overlapSeconds);

    /// <summary>Ends an API key: once this is answered, nobody is let in by it.</summary>
    /// <returns>The key as it is now, also where it was ended before; or <c>API_KEY_NOT_FOUND</c>.</returns>
    [Alias("RevokeApiKey")]
    Task<Result<ApiKeyInfo>> RevokeApiKey(string id);

    /// <summary>The API keys, oldest first, with those that ended in the last 90 days.</summary>
    [ReadOnly, Alias("ListApiKeys")]
    Task<IReadOnlyList<ApiKeyInfo>> ListApiKeys();

    /// <summary>Lets in who comes with a key, and notes that it is used.</summary>
    /// <param name="sha256">SHA-256 of the key's UTF-8 bytes.</param>
    /// <param name="source">The address that the request came from, for the audit log; empty where there is none.</param>
    /// <returns>Who it is; or <c>API_KEY_UNKNOWN</c>, <c>API_KEY_EXPIRED</c>, <c>API_KEY_REVOKED</c>.</returns>
    [Alias("Authenticate")]
    Task<Result<ApiKeyHolder>> Authenticate(ReadOnlyMemory<byte> sha256, string source);

    /// <summary>Notes in the audit log that somebody who is known was refused; many at once are counted and not each noted.</summary>
    /// <param name="target">What was asked for: a method and the pattern of an address.</param>
    /// <param name="refusal">The code of the refusal.</param>
    [Alias("NoteRefusal")]
    Task NoteRefusal(string target, string refusal);

    /// <summary>Whether the tenant has any API key that is good.</summary>
    [ReadOnly, Alias("HasApiKey")]
    Task<bool> HasApiKey();
}
