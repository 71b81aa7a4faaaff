using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>
/// The API keys that tenant grains of this process have let in, so that a caller is known again without asking the grain. Only the grain itself puts
/// keys here, and it takes them all away in the turn in which its keys change, before it answers, and when it ends: in a cluster another process has
/// none of them, and asks.
/// </summary>
public sealed class AuthenticatedKeys
{
    /// <summary>The most tenants whose keys are remembered; those of further ones are asked for each time. A tenant has at most <see cref="TenantGrain.MaximumApiKeys"/> that are good.</summary>
    public const int MaximumTenants = 1_024;

    private readonly ConcurrentDictionary<TenantId, ConcurrentDictionary<Digest, ApiKeyHolder>> tenants = new();

    /// <summary>Who comes with a key, where it was let in before; null where that is not known, or has to be asked again.</summary>
    /// <param name="tenant">The tenant that the key names.</param>
    /// <param name="sha256">SHA-256 of the key's UTF-8 bytes.</param>
    /// <param name="now">The time.</param>
    public ApiKeyHolder? Find(TenantId tenant, ReadOnlySpan<byte> sha256, Instant now)
        => tenants.TryGetValue(tenant, out var keys) && keys.TryGetValue(Digest.Of(sha256), out var holder) && now < holder.AskAgainAt ? holder : null;

    /// <summary>Remembers a key that was let in.</summary>
    internal void Add(ApiKeyHolder holder, ReadOnlySpan<byte> sha256)
    {
        var tenant = holder.Profile.Tenant;
        if (tenants.TryGetValue(tenant, out var keys) || tenants.Count < MaximumTenants)
        {
            keys ??= tenants.GetOrAdd(tenant, static _ => new());
            keys[Digest.Of(sha256)] = holder;
        }
    }

    /// <summary>Forgets the keys of a tenant.</summary>
    internal void Forget(TenantId tenant) => tenants.TryRemove(tenant, out _);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Digest(UInt128 First, UInt128 Second)
    {
        public static Digest Of(ReadOnlySpan<byte> sha256) => new(MemoryMarshal.Read<UInt128>(sha256), MemoryMarshal.Read<UInt128>(sha256[16..]));
    }
}
