using System.Buffers.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Reads addresses from UTF-8 without allocating: dotted IPv4, and IPv6 with or without <c>::</c> and a dotted tail.</summary>
internal static class AddressText
{
    private const int Groups = 8;

    /// <summary>Reads an address into the form of <see cref="AddressRange"/>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out UInt128 address)
    {
        if (utf8.Contains((byte)':'))
        {
            return TryParseLong(utf8, out address);
        }

        var isShort = TryParseShort(utf8, out var value);
        address = ((UInt128)0xFFFF << 32) | value;
        return isShort;
    }

    private static bool TryParseShort(ReadOnlySpan<byte> utf8, out uint value)
    {
        value = 0;
        for (var part = 0; part < 4; part++)
        {
            var end = part < 3 ? utf8.IndexOf((byte)'.') : utf8.Length;
            if (end is < 1 or > 3 || !Utf8Parser.TryParse(utf8[..end], out byte octet, out var consumed) || consumed != end)
            {
                return false;
            }

            value = (value << 8) | octet;
            utf8 = utf8[Math.Min(end + 1, utf8.Length)..];
        }

        return utf8.IsEmpty;
    }

    private static bool TryParseLong(ReadOnlySpan<byte> utf8, out UInt128 address)
    {
        var gap = utf8.IndexOf("::"u8);
        if (gap < 0)
        {
            return TryParseGroups(utf8, out address, out var count) && count == Groups;
        }

        address = 0;
        if (!TryParseGroups(utf8[..gap], out var head, out var heads) || !TryParseGroups(utf8[(gap + 2)..], out var tail, out var tails)
            || heads + tails >= Groups)
        {
            return false;
        }

        address = (heads == 0 ? 0 : head << (16 * (Groups - heads))) | tail;
        return true;
    }

    private static bool TryParseGroups(ReadOnlySpan<byte> utf8, out UInt128 value, out int count)
    {
        value = 0;
        count = 0;
        while (!utf8.IsEmpty)
        {
            var colon = utf8.IndexOf((byte)':');
            var group = colon < 0 ? utf8 : utf8[..colon];
            if (colon == utf8.Length - 1 || count >= Groups || !TryParseGroup(group, colon < 0, ref value, ref count))
            {
                return false;
            }

            utf8 = colon < 0 ? [] : utf8[(colon + 1)..];
        }

        return count <= Groups;
    }

    private static bool TryParseGroup(ReadOnlySpan<byte> group, bool isLast, ref UInt128 value, ref int count)
    {
        if (isLast && group.Contains((byte)'.'))
        {
            var isShort = TryParseShort(group, out var dotted);
            value = (value << 32) | dotted;
            count += 2;
            return isShort;
        }

        if (group.Length is 0 or > 4 || !Utf8Parser.TryParse(group, out ushort part, out var consumed, 'x') || consumed != group.Length)
        {
            return false;
        }

        value = (value << 16) | part;
        count++;
        return true;
    }
}
