using System.Buffers.Binary;
using System.Globalization;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Lists;

/// <summary>
/// IP addresses as numbers, read without allocation. IPv4 addresses are the IPv6 addresses that map them (<c>::ffff:0:0/96</c>), so that one number
/// serves both.
/// </summary>
internal static class AddressText
{
    /// <summary>How many bits a number has.</summary>
    internal const int Bits = 128;

    /// <summary>How many bits stand before an IPv4 address.</summary>
    internal const int MappedBits = 96;

    private static UInt128 MappedPrefix => (UInt128)0xFFFF << 32;

    /// <summary>Reads an address.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out UInt128 address)
    {
        Span<byte> bytes = stackalloc byte[IpAddressText.Version6Length];
        var isAddress = IpAddressText.TryParse(text, bytes, out var length);
        address = !isAddress ? 0
            : length == IpAddressText.Version4Length ? MappedPrefix | BinaryPrimitives.ReadUInt32BigEndian(bytes)
            : BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return isAddress;
    }

    /// <summary>Reads an address or a range such as <c>10.0.0.0/8</c>; a single address is a range of one. Bits behind the prefix are dropped.</summary>
    internal static bool TryParseRange(ReadOnlySpan<byte> text, out UInt128 prefix, out int length)
    {
        length = Bits;
        var slash = text.IndexOf((byte)'/');
        var isAddress = TryParse(slash < 0 ? text : text[..slash], out prefix);
        if (!isAddress || slash < 0)
        {
            return isAddress;
        }

        var digits = text[(slash + 1)..];
        if (digits.Length is 0 or > 3 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out length))
        {
            return false;
        }

        length += text.Contains((byte)':') ? 0 : MappedBits;
        prefix &= Mask(Math.Min(length, Bits));
        return length <= Bits;
    }

    /// <summary>The number whose leading bits are ones.</summary>
    internal static UInt128 Mask(int length) => length == 0 ? 0 : UInt128.MaxValue << (Bits - length);
}
