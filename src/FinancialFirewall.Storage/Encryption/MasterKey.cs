using System.Security.Cryptography;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>
/// The key that opens a data directory: 32 bytes that are kept outside of it. It wraps the directory's root key, which wraps the tenants' keys.
/// </summary>
public sealed class MasterKey : IDisposable
{
    /// <summary>The length in bytes.</summary>
    public const int Length = AesKey.Length;

    private readonly AesKey key;

    /// <summary>Takes a copy of 32 bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is another.</exception>
    public MasterKey(ReadOnlySpan<byte> bytes)
    {
        key = AesKey.CopyOf(bytes);
        Id = IdOf(bytes);
    }

    /// <summary>
    /// Names the key without giving anything of it away: the first 8 bytes, in hexadecimal, of the SHA-256 of a label and the key. It stands in the data
    /// directory, so that a wrong key can be told from damage.
    /// </summary>
    public string Id { get; }

    internal AesKey Key => key;

    /// <summary>Zeroes the key.</summary>
    public void Dispose() => key.Dispose();

    private static string IdOf(ReadOnlySpan<byte> bytes)
    {
        const int IdLength = 8;
        var label = "Financial Firewall master key\0"u8;
        Span<byte> labelled = stackalloc byte[label.Length + Length];
        label.CopyTo(labelled);
        bytes.CopyTo(labelled[label.Length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(labelled, hash);
        CryptographicOperations.ZeroMemory(labelled);
        return Convert.ToHexStringLower(hash[..IdLength]);
    }
}
