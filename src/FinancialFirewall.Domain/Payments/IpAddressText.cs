using System.Buffers.Binary;
using System.Buffers.Text;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// IP addresses in canonical text: four decimals without leading zeros for IPv4, RFC 5952 for IPv6; an IPv4 address mapped into IPv6
/// (<c>::ffff:192.0.2.1</c>) is the IPv4 address. Zones, ports, brackets and prefixes are refused. Nothing allocates.
/// </summary>
public static class IpAddressText
{
    /// <summary>The longest canonical text, in bytes.</summary>
    public const int MaximumLength = 39;

    /// <summary>The longest text that is read, in bytes.</summary>
    public const int MaximumInputLength = 45;

    /// <summary>Bytes of an IPv4 address.</summary>
    public const int Version4Length = 4;

    /// <summary>Bytes of an IPv6 address.</summary>
    public const int Version6Length = 16;

    private const int Groups = 8;
    private const int MappedPrefixLength = Version6Length - Version4Length;

    /// <summary>Writes an address in its canonical form.</summary>
    /// <param name="text">The address as it was sent, in UTF-8.</param>
    /// <param name="destination">At least <see cref="MaximumLength"/> bytes.</param>
    /// <param name="length">How many bytes were written; 0 when the text is no address.</param>
    public static bool TryNormalise(ReadOnlySpan<byte> text, Span<byte> destination, out int length)
    {
        length = 0;
        Span<byte> address = stackalloc byte[Version6Length];
        if (!TryParse(text, address, out var count))
        {
            return false;
        }

        length = Format(address[..count], destination);
        return true;
    }

    /// <summary>Reads an address into bytes in network order.</summary>
    /// <param name="text">The address as it was sent, in UTF-8.</param>
    /// <param name="address">At least <see cref="Version6Length"/> bytes.</param>
    /// <param name="length">4 or 16; 0 when the text is no address.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, Span<byte> address, out int length)
    {
        length = 0;
        if (text.Length > MaximumInputLength)
        {
            return false;
        }

        if (!text.Contains((byte)':'))
        {
            length = TryParseVersion4(text, address) ? Version4Length : 0;
            return length > 0;
        }

        if (!TryParseVersion6(text, address[..Version6Length]))
        {
            return false;
        }

        length = Version6Length;
        if (address[..10].ContainsAnyExcept((byte)0) || address[10] != 0xFF || address[11] != 0xFF)
        {
            return true;
        }

        address[MappedPrefixLength..Version6Length].CopyTo(address);
        length = Version4Length;
        return true;
    }

    /// <summary>Writes an address's canonical text.</summary>
    /// <param name="address">4 or 16 bytes in network order.</param>
    /// <param name="destination">At least <see cref="MaximumLength"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Format(ReadOnlySpan<byte> address, Span<byte> destination)
        => address.Length == Version4Length ? FormatVersion4(address, destination) : FormatVersion6(address, destination);

    private static bool TryParseVersion4(ReadOnlySpan<byte> text, Span<byte> address)
    {
        for (var part = 0; part < Version4Length; part++)
        {
            var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            digits = digits < 0 ? text.Length : digits;
            if (digits is 0 or > 3 || (digits > 1 && text[0] == '0') || !Utf8Parser.TryParse(text[..digits], out ushort value, out _) || value > byte.MaxValue)
            {
                return false;
            }

            address[part] = (byte)value;
            text = text[digits..];
            if (part < Version4Length - 1)
            {
                if (text.IsEmpty || text[0] != '.')
                {
                    return false;
                }

                text = text[1..];
            }
        }

        return text.IsEmpty;
    }

    private static bool TryParseVersion6(ReadOnlySpan<byte> text, Span<byte> address)
    {
        address.Clear();
        var (filled, gap) = (0, -1);
        if (text.StartsWith("::"u8))
        {
            gap = 0;
            text = text[2..];
        }

        while (!text.IsEmpty)
        {
            if (filled > Version6Length - 2 || !TryTakeGroup(ref text, address, ref filled))
            {
                return false;
            }

            if (text.IsEmpty)
            {
                break;
            }

            // A colon follows each group but the last; two of them once at most.
            text = text[1..];
            if (!text.IsEmpty && text[0] == ':' && gap < 0)
            {
                gap = filled;
                text = text[1..];
            }
            else if (text.IsEmpty || text[0] == ':')
            {
                return false;
            }
        }

        return gap < 0 ? filled == Version6Length : TryWiden(address, filled, gap);
    }

    /// <summary>Takes one group of hexadecimal digits, or the IPv4 address that may end the text; what is left starts with a colon or is empty.</summary>
    private static bool TryTakeGroup(ref ReadOnlySpan<byte> text, Span<byte> address, ref int filled)
    {
        var end = text.IndexOf((byte)':');
        var group = end < 0 ? text : text[..end];
        text = text[group.Length..];
        if (group.Contains((byte)'.'))
        {
            var isLast = text.IsEmpty && filled <= MappedPrefixLength && TryParseVersion4(group, address[filled..]);
            filled += Version4Length;
            return isLast;
        }

        if (group.Length is 0 or > 4 || !Utf8Parser.TryParse(group, out ushort value, out var consumed, 'x') || consumed != group.Length)
        {
            return false;
        }

        BinaryPrimitives.WriteUInt16BigEndian(address[filled..], value);
        filled += sizeof(ushort);
        return true;
    }

    private static bool TryWiden(Span<byte> address, int filled, int gap)
    {
        if (filled > Version6Length - 2)
        {
            return false;
        }

        var tail = filled - gap;
        address[gap..filled].CopyTo(address[(Version6Length - tail)..]);
        address[gap..(Version6Length - tail)].Clear();
        return true;
    }

    private static int FormatVersion4(ReadOnlySpan<byte> address, Span<byte> destination)
    {
        var length = 0;
        for (var i = 0; i < Version4Length; i++)
        {
            if (i > 0)
            {
                destination[length++] = (byte)'.';
            }

            Utf8Formatter.TryFormat(address[i], destination[length..], out var written);
            length += written;
        }

        return length;
    }

    private static int FormatVersion6(ReadOnlySpan<byte> address, Span<byte> destination)
    {
        var (gap, gapLength) = LongestZeros(address);
        var length = 0;
        for (var group = 0; group < Groups; group++)
        {
            if (group == gap)
            {
                destination[length++] = (byte)':';
                destination[length++] = (byte)':';
                group += gapLength - 1;
                continue;
            }

            if (group > 0 && group != gap + gapLength)
            {
                destination[length++] = (byte)':';
            }

            var value = BinaryPrimitives.ReadUInt16BigEndian(address[(2 * group)..]);
            value.TryFormat(destination[length..], out var written, "x", System.Globalization.CultureInfo.InvariantCulture);
            length += written;
        }

        return length;
    }

    /// <summary>The first of the longest runs of at least two zero groups (RFC 5952, section 4.2).</summary>
    private static (int Start, int Length) LongestZeros(ReadOnlySpan<byte> address)
    {
        var (start, longest) = (-1, 1);
        var run = 0;
        for (var group = 0; group < Groups; group++)
        {
            run = BinaryPrimitives.ReadUInt16BigEndian(address[(2 * group)..]) == 0 ? run + 1 : 0;
            if (run > longest)
            {
                (start, longest) = (group - run + 1, run);
            }
        }

        return start < 0 ? (-1, 0) : (start, longest);
    }
}
