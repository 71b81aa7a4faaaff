using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>
/// IP addresses that share their leading bits, as in <c>10.0.0.0/8</c>. IPv4 and IPv6 are two worlds: <c>::/0</c> holds no IPv4 address. The IPv6
/// addresses that map IPv4 ones (<c>::ffff:0:0/96</c>) are IPv4.
/// </summary>
/// <param name="IsShort">Whether it is IPv4.</param>
/// <param name="First">The first address, in the order of the network.</param>
/// <param name="Last">The last address.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AddressRange(bool IsShort, UInt128 First, UInt128 Last)
{
    private const int AllBits = 128;
    private const int MappedBits = 96;

    private const ulong MappedPrefix = 0xFFFF;

    /// <summary>Reads an address or a range; bits behind the prefix are ignored.</summary>
    public static bool TryParse(string text, out AddressRange range)
    {
        range = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? text : text[..slash], out var address) || !IsSpelledOut(address, text))
        {
            return false;
        }

        var bits = AllBits;
        if (slash >= 0 && !TryParsePrefix(text.AsSpan(slash + 1), address.AddressFamily == AddressFamily.InterNetwork, out bits))
        {
            return false;
        }

        var value = ValueOf(address);
        var isShort = bits >= MappedBits && IsMapped(value);
        var behind = bits == 0 ? UInt128.MaxValue : (UInt128.One << (AllBits - bits)) - 1;
        range = new(isShort, value & ~behind, value | behind);
        return true;
    }

    /// <summary>Whether an IPv6 address stands for an IPv4 one.</summary>
    public static bool IsMapped(UInt128 value) => value >> 32 == MappedPrefix;

    /// <summary>Whether the range holds an address of its own world.</summary>
    public bool Contains(UInt128 address) => address >= First && address <= Last;

    private static UInt128 ValueOf(IPAddress address)
    {
        UInt128 value = 0;
        Span<byte> bytes = stackalloc byte[16];
        address.MapToIPv6().TryWriteBytes(bytes, out _);
        foreach (var part in bytes)
        {
            value = (value << 8) | part;
        }

        return value;
    }

    private static bool TryParsePrefix(ReadOnlySpan<char> text, bool isShort, out int bits)
    {
        if (text.Length is 0 or > 3 || text.ContainsAnyExceptInRange('0', '9'))
        {
            bits = 0;
            return false;
        }

        bits = int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) + (isShort ? MappedBits : 0);
        return bits <= AllBits;
    }

    // The framework also reads "10.1" and "0x0a000001" as addresses; a policy means what it says.
    private static bool IsSpelledOut(IPAddress address, string text)
        => !text.Contains('%', StringComparison.Ordinal) && (address.AddressFamily != AddressFamily.InterNetwork || (text.Count(static c => c == '.') == 3 && !text.Contains('x', StringComparison.OrdinalIgnoreCase)));
}
