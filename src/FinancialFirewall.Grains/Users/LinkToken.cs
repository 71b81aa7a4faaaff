using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Grains.Users;

/// <summary>How secrets of people are spelled: a beginning that says what it is, the tenant, <c>_</c> and 43 characters of base64url.</summary>
public static class LinkToken
{
    /// <summary>What the token of a session begins with.</summary>
    public const string Session = "ffs_";

    /// <summary>What an invitation, or a link to a new password, begins with.</summary>
    public const string Invitation = "ffi_";

    /// <summary>What a set-up link begins with.</summary>
    public const string SetUp = "ffo_";

    /// <summary>How many bytes nobody can foresee are in a token.</summary>
    public const int SecretLength = 32;

    private const int MaximumLength = 4 + TenantId.MaximumLength + 1 + 43;

    /// <summary>The token with some secret bytes.</summary>
    public static string Write(string beginning, TenantId tenant, ReadOnlySpan<byte> secret) => $"{beginning}{tenant.Name}_{Base64Url.EncodeToString(secret)}";

    /// <summary>What is kept of a token.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>The tenant that a token says it belongs to; false where it is not spelled like one of its kind.</summary>
    public static bool TryGetTenant(string token, string beginning, out TenantId tenant)
    {
        tenant = default;
        if (token.Length > MaximumLength || !token.StartsWith(beginning, StringComparison.Ordinal))
        {
            return false;
        }

        var end = token.IndexOf('_', beginning.Length);
        if (end < 0 || !TenantId.IsValid(token.AsSpan(beginning.Length, end - beginning.Length)))
        {
            return false;
        }

        tenant = new TenantId(token[beginning.Length..end]);
        return true;
    }
}
