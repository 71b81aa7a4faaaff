using FinancialFirewall.Domain.Results;
using Orleans;
using Orleans.Concurrency;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>One tenant: since when it exists, its secrets and its API keys. Key: the tenant.</summary>
[Alias("ff.ITenantGrain")]
public interface ITenantGrain : IGrainWithStringKey
{
    /// <summary>Creates the tenant, or gives the one that exists.</summary>
    [Alias("Create")]
    Task<TenantProfile> Create();

    /// <summary>The tenant; null while it was never created.</summary>
    [ReadOnly, Alias("GetProfile")]
    Task<TenantProfile?> GetProfile();

    /// <summary>Makes an API key. Its secret is in the answer and nowhere else: only a hash is kept.</summary>
    /// <param name="label">What the key is for, for people; 1 to 100 characters.</param>
    /// <returns>The key, or why there is none: the tenant does not exist, or already has <see cref="TenantGrain.MaximumApiKeys"/>.</returns>
    [Alias("IssueApiKey")]
    Task<Result<string>> IssueApiKey(string label);

    /// <summary>Sets how many years the tenant's records are kept. It removes nothing by itself, and brings nothing back.</summary>
    /// <param name="years">From <see cref="TenantGrain.MinimumRetentionYears"/> to <see cref="TenantGrain.MaximumRetentionYears"/>.</param>
    /// <returns>The tenant as it is now, or why not: it does not exist, or the number is out of bounds.</returns>
    [Alias("SetRetention")]
    Task<Result<TenantProfile>> SetRetention(int years);

    /// <summary>The tenant, when one of its API keys has this hash.</summary>
    /// <param name="sha256">SHA-256 of the key's UTF-8 bytes.</param>
    [ReadOnly, Alias("Authenticate")]
    Task<TenantProfile?> Authenticate(ReadOnlyMemory<byte> sha256);

    /// <summary>Ends an API key: once this is answered, nobody is let in by it.</summary>
    /// <param name="sha256">SHA-256 of the key's UTF-8 bytes.</param>
    /// <returns>Whether there was such a key.</returns>
    [Alias("RevokeApiKey")]
    Task<bool> RevokeApiKey(ReadOnlyMemory<byte> sha256);

    /// <summary>Whether the tenant has any API key.</summary>
    [ReadOnly, Alias("HasApiKey")]
    Task<bool> HasApiKey();
}
