using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>
/// The API keys that tenant grains of this process have let in, so that a caller is known again without asking the grain. Only the grain itself puts
/// keys here, and it takes them all away in the turn in which its keys change, before it answers, and when it ends: in a cluster another process has
/// none of them, and asks.
/// </summary>
public sealed class AuthenticatedKeys
{
    /// <summary>The most tenants whose keys are remembered; those of further ones are asked for each time. A tenant has at most <see cref="TenantGrain.MaximumApiKeys"/>.</summary>
    public const int MaximumTenants = 1_024;

    private readonly ConcurrentDictionary<TenantId, ConcurrentDictionary<Digest, TenantProfile>> tenants = new();

    /// <summary>Whose key it is, where it was let in before; null where that is not known.</summary>
    /// <param name="tenant">The tenant that the key names.</param>
    /// <param name="sha256">SHA-256 of the key's UTF-8 bytes.</param>
    public TenantProfile? Find(TenantId tenant, ReadOnlySpan<byte> sha256)
        => tenants.TryGetValue(tenant, out var keys) ? keys.GetValueOrDefault(Digest.Of(sha256)) : null;

    /// <summary>Remembers a key that was let in.</summary>
    internal void Add(TenantProfile profile, ReadOnlySpan<byte> sha256)
    {
        if (tenants.TryGetValue(profile.Tenant, out var keys) || tenants.Count < MaximumTenants)
        {
            keys ??= tenants.GetOrAdd(profile.Tenant, static _ => new());
            keys[Digest.Of(sha256)] = profile;
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
