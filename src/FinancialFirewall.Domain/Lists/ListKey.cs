using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Lists;

/// <summary>
/// What makes two values the same entry of a list: the normal form of the member that it watches. Ranges of addresses are written so that all ways to write one
/// are the same, and so that their order is that of the addresses; in a list without a member a zero byte in front tells them from texts.
/// </summary>
internal static class ListKey
{
    private const char RangeMark = '\0';
    private const int AddressDigits = 32;

    /// <summary>The key of a value, or what is wrong with the value.</summary>
    internal static bool TryGet(PaymentMember? member, string value, [NotNullWhen(true)] out string? key, [NotNullWhen(false)] out string? message)
    {
        if (member is null && value.Contains('/', StringComparison.Ordinal)
            && AddressText.TryParseRange(Encoding.UTF8.GetBytes(value.Trim()), out var prefix, out var length))
        {
            key = string.Create(CultureInfo.InvariantCulture, $"{RangeMark}{prefix:x32}/{length}");
            message = null;
            return true;
        }

        return ListValues.TryNormalise(member, value, out key, out message);
    }

    /// <summary>Whether a key of a list stands for a range of addresses, and which.</summary>
    internal static bool TryGetRange(PaymentMember? member, ReadOnlySpan<byte> key, out UInt128 prefix, out int length)
    {
        (prefix, length) = (0, 0);
        var isMarked = member is null && key[0] == RangeMark;
        if (!isMarked && !ListValues.IsAddress(member))
        {
            return false;
        }

        var text = isMarked ? key[1..] : key;
        return UInt128.TryParse(text[..AddressDigits], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out prefix)
            && int.TryParse(text[(AddressDigits + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out length);
    }
}
