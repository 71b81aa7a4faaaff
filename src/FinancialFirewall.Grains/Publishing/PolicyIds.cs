using System.Security.Cryptography;
using System.Text;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Publishing;

/// <summary>Identifiers of what is new in a policy.</summary>
internal static class PolicyIds
{
    /// <summary>
    /// A UUID of version 8 (RFC 9562) derived from what makes the element unlike any other: its tenant, what it was made in, and the time. A policy version, or the
    /// revision of a draft, is followed by one change only, so that no two elements have the same.
    /// </summary>
    public static Guid Next(string tenant, string madeIn, Instant now)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant}\n{madeIn}\n{now}"), bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes[..16], bigEndian: true);
    }
}
