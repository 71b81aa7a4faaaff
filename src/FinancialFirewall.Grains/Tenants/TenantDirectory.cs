using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using Orleans;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>Finds out who is calling.</summary>
public sealed class TenantDirectory(IGrainFactory grains, AuthenticatedKeys authenticated, TimeProvider time)
{
    private readonly ConcurrentDictionary<TenantId, CardTokenizer> tokenizers = new();

    /// <summary>The caller that an API key belongs to.</summary>
    /// <param name="apiKey">The key.</param>
    /// <param name="cancellationToken">Asked before anything begins.</param>
    /// <param name="source">Where the request came from, for the audit log.</param>
    /// <returns>
    /// The caller; or <c>API_KEY_UNKNOWN</c>, whatever it was that did not fit; or <c>API_KEY_EXPIRED</c>, <c>API_KEY_REVOKED</c>, <c>TENANT_CLOSED</c>
    /// for whoever has a key that was good.
    /// </returns>
    public async Task<Result<Caller>> AuthenticateAsync(string apiKey, CancellationToken cancellationToken, IPAddress? source = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!ApiKeyText.TryGetTenant(apiKey, out var tenant))
        {
            return TenantErrors.Unauthenticated;
        }

        var sha256 = Digest(apiKey);
        var known = authenticated.Find(tenant, sha256, Instant.From(time.GetUtcNow()));
        var holder = known is null ? await AskAsync(tenant, sha256, source) : known;
        return !holder.IsSuccess ? Result.Failure<Caller>(holder.Errors)
            : holder.Value.Profile.Status == TenantStatus.Closed ? TenantErrors.Closed(tenant)
            : ToCaller(holder.Value.Profile) with { Roles = holder.Value.Roles, KeyId = holder.Value.KeyId, HolderId = holder.Value.UserId };
    }

    /// <summary>The same as a caller with a key of <paramref name="tenant"/>, for the process's own work.</summary>
    /// <returns>The caller; null when there is no such tenant.</returns>
    public async Task<Caller?> FindAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TenantScope.Enter(tenant);
        var profile = await grains.GetGrain<ITenantGrain>(tenant.Name).GetProfile();
        return profile is null ? null : ToCaller(profile) with { Roles = ApiKeyRing.FirstRoles };
    }

    /// <summary>A caller of a tenant, who may do nothing yet.</summary>
    internal Caller ToCaller(TenantProfile profile)
        => new(profile.Tenant, tokenizers.GetOrAdd(profile.Tenant, static (_, key) => new CardTokenizer(key.Span), profile.CardKey)) { Status = profile.Status };

    private static byte[] Digest(string apiKey)
    {
        Span<byte> utf8 = stackalloc byte[Encoding.UTF8.GetMaxByteCount(ApiKeyText.MaximumLength)];
        return SHA256.HashData(utf8[..Encoding.UTF8.GetBytes(apiKey, utf8)]);
    }

    private Task<Result<ApiKeyHolder>> AskAsync(TenantId tenant, byte[] sha256, IPAddress? source)
    {
        TenantScope.Enter(tenant);
        return grains.GetGrain<ITenantGrain>(tenant.Name).Authenticate(sha256, source?.ToString() ?? "");
    }
}
