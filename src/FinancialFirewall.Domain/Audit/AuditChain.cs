using System.Security.Cryptography;

namespace FinancialFirewall.Domain.Audit;

/// <summary>
/// How entries hang together: the hash of each is SHA-256 over the 32 bytes of the hash before it and its canonical text, and before the first there are 32
/// zeros. Whoever changes, removes or inserts an entry changes every hash behind it.
/// </summary>
public static class AuditChain
{
    /// <summary>The hash before the first entry, in hexadecimal digits.</summary>
    public static string Beginning { get; } = new('0', 2 * SHA256.HashSizeInBytes);

    /// <summary>The hash of an entry.</summary>
    /// <param name="previous">The hash of the entry before it, 64 hexadecimal digits.</param>
    /// <param name="canonical">Its canonical text (<see cref="AuditText"/>).</param>
    public static string Hash(string previous, ReadOnlySpan<byte> canonical)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Convert.FromHexString(previous));
        hash.AppendData(canonical);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
