using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Documents;

/// <summary>
/// What stands for an <c>id</c> and a <c>createdAt</c> that a document leaves out, so that the same document always means the same: the id comes from
/// the element's kind, position and name, and a later position is a later time.
/// </summary>
internal static class DerivedIdentity
{
    /// <summary>A UUID of version 8 from the first 122 bits of a SHA-256.</summary>
    internal static Guid Id(string kind, int position, string name)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{kind}\n{position}\n{name}");
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>As many microseconds after 1970 as there are elements before this one.</summary>
    internal static Instant CreatedAt(int position) => new(position);
}
