using System.Security.Cryptography;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Users;

/// <summary>What is kept of a link that is good once.</summary>
/// <param name="Sha256">SHA-256 of its token's UTF-8 bytes; the token itself is not kept.</param>
/// <param name="ExpiresMicroseconds">From when on it is not good any more, in microseconds since the Unix epoch.</param>
public sealed record OneTimeLink(byte[] Sha256, long ExpiresMicroseconds)
{
    /// <summary>Whether this is the link of a token, and still good.</summary>
    internal bool Is(ReadOnlySpan<byte> sha256, Instant now)
        => CryptographicOperations.FixedTimeEquals(Sha256, sha256) && now.UnixMicroseconds < ExpiresMicroseconds;
}
