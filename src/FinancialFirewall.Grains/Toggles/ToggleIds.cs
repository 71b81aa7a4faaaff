using System.Security.Cryptography;
using System.Text;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Toggles;

/// <summary>Identifiers of new toggles.</summary>
internal static class ToggleIds
{
    /// <summary>
    /// A UUID of version 8 (RFC 9562) derived from what makes the toggle unlike any other: its tenant, the policy version it was made from, and the time.
    /// A policy version is followed by one change only, so that no two toggles have the same.
    /// </summary>
    public static Guid Next(string tenant, int policyVersion, Instant now)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant}\n{policyVersion}\n{now}"), bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes[..16], bigEndian: true);
    }
}
