using System.Globalization;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>How grain keys are spelled: the tenant, and behind a slash the partition, shard or name where there are several grains a tenant.</summary>
public static class TenantGrainKeys
{
    /// <summary>How many partitions a tenant's accounts are spread over. Kept on disk in every record's identity: never changes.</summary>
    public const int Partitions = 64;

    /// <summary>How many shards a tenant's references and other keys are spread over. Never changes.</summary>
    public const int Shards = 64;

    /// <summary>The partition of an account, or the shard of a reference or key: the lowest six bits of its hash.</summary>
    /// <param name="hash">XxHash64 of the UTF-8 key.</param>
    public static int PartitionOf(ulong hash) => (int)(hash % Partitions);

    /// <summary>The key of one of a tenant's numbered grains.</summary>
    public static string Numbered(TenantId tenant, int number) => string.Create(CultureInfo.InvariantCulture, $"{tenant.Name}/{number}");

    /// <summary>Splits a numbered key.</summary>
    /// <exception cref="FormatException">The key is not a tenant, a slash and a number.</exception>
    public static (TenantId Tenant, int Number) ParseNumbered(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && int.TryParse(key.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (new TenantId(key[..slash]), number)
            : throw new FormatException($"'{key}' is not a tenant, a slash and a number.");
    }

    /// <summary>The name of the tenant that a grain key belongs to; empty when it names none.</summary>
    public static ReadOnlySpan<char> NameOf(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var name = slash < 0 ? key : key.AsSpan(0, slash);
        return TenantId.IsValid(name) ? name : default;
    }
}
