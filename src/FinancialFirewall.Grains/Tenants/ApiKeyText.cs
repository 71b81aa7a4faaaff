using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>How an API key is spelled: <c>ff_</c>, the tenant, <c>_</c> and 43 characters of base64url.</summary>
public static class ApiKeyText
{
    /// <summary>What every key starts with, so that scanners of leaked secrets can find it.</summary>
    public const string Prefix = "ff_";

    /// <summary>The longest key, in characters.</summary>
    public const int MaximumLength = 120;

    private const int ShownCharacters = 8;

    /// <summary>Which key has this hash: 16 hexadecimal digits, from which nobody can tell the key.</summary>
    /// <param name="sha256">SHA-256 of the key's UTF-8 bytes.</param>
    public static string IdOf(ReadOnlySpan<byte> sha256) => Convert.ToHexStringLower(sha256[..sizeof(ulong)]);

    /// <summary>The beginning of a key that may be shown: 35 characters that nobody knows are left.</summary>
    internal static string PrefixOf(string key) => key[..(key.IndexOf('_', Prefix.Length) + 1 + ShownCharacters)];

    /// <summary>The tenant that a key says it belongs to; false when it is not spelled like a key.</summary>
    public static bool TryGetTenant(string key, out TenantId tenant)
    {
        tenant = default;
        if (key.Length > MaximumLength || !key.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var end = key.IndexOf('_', Prefix.Length);
        if (end < 0 || !TenantId.IsValid(key[Prefix.Length..end]))
        {
            return false;
        }

        tenant = new TenantId(key[Prefix.Length..end]);
        return true;
    }
}
