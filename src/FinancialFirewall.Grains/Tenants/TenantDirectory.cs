using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using Orleans;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>Finds out who is calling.</summary>
public sealed class TenantDirectory(IGrainFactory grains)
{
    private readonly ConcurrentDictionary<TenantId, CardTokenizer> tokenizers = new();

    /// <summary>The caller that an API key belongs to.</summary>
    /// <returns>The caller, or <c>API_KEY_UNKNOWN</c>, whatever it was that did not fit.</returns>
    public async Task<Result<Caller>> AuthenticateAsync(string apiKey, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!ApiKeyText.TryGetTenant(apiKey, out var tenant))
        {
            return TenantErrors.Unauthenticated;
        }

        TenantScope.Enter(tenant);
        var profile = await grains.GetGrain<ITenantGrain>(tenant.Name).Authenticate(SHA256.HashData(Encoding.UTF8.GetBytes(apiKey)));
        return profile is null ? TenantErrors.Unauthenticated : ToCaller(profile);
    }

    /// <summary>The same as a caller with a key of <paramref name="tenant"/>, for the process's own work.</summary>
    /// <returns>The caller; null when there is no such tenant.</returns>
    public async Task<Caller?> FindAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TenantScope.Enter(tenant);
        var profile = await grains.GetGrain<ITenantGrain>(tenant.Name).GetProfile();
        return profile is null ? null : ToCaller(profile);
    }

    private Caller ToCaller(TenantProfile profile)
        => new(profile.Tenant, tokenizers.GetOrAdd(profile.Tenant, static (_, key) => new CardTokenizer(key.Span), profile.CardKey));
}
