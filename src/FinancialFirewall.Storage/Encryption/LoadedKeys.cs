using System.Collections.Concurrent;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>The keys of a directory, unwrapped.</summary>
internal sealed record LoadedKeys(string MasterKeyId)
{
    public RootKeys Roots { get; } = new();

    public ConcurrentDictionary<TenantId, TenantKeys> Tenants { get; } = [];

    /// <summary>Zeroes all keys.</summary>
    public void Forget()
    {
        Roots.Dispose();
        foreach (var (_, keys) in Tenants)
        {
            keys.Dispose();
        }
    }
}
