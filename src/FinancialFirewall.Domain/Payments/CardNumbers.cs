using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// Finds payment card numbers in text: 13 to 19 digits that pass the Luhn check (ISO/IEC 7812-1) and begin like a network's numbers (Visa,
/// Mastercard, American Express, Discover, JCB, Diners Club, UnionPay, Maestro). The digits stand together, or in groups of three or more with
/// one single space, or one single dash, between all of them, as they are printed on cards. Digits inside a valid IBAN, and the last four of a
/// token (<see cref="CardTokenizer"/>), are no card number.
/// </summary>
public static class CardNumbers
{
    /// <summary>The fewest digits of a card number.</summary>
    public const int MinimumDigits = 13;

    /// <summary>The most digits of a card number.</summary>
    public const int MaximumDigits = 19;

    private const int MinimumGroup = 3;

    /// <summary>Whether a text has as many digits as a card number; most have not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool HasEnoughDigits(ReadOnlySpan<byte> text)
    {
        var count = 0;
        ref var first = ref MemoryMarshal.GetReference(text);
        var at = 0;
        for (; at <= text.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var digits = Vector128.LessThan(Vector128.LoadUnsafe(ref first, (nuint)at) - Vector128.Create((byte)'0'), Vector128.Create((byte)10));
            count += BitOperations.PopCount(digits.ExtractMostSignificantBits());
        }

        for (; at < text.Length; at++)
        {
            count += (uint)(text[at] - '0') < 10 ? 1 : 0;
        }

        return count >= MinimumDigits;
    }

    /// <summary>Finds the first card number at or behind a place.</summary>
    /// <param name="text">Any UTF-8 text.</param>
    /// <param name="from">Where to begin, at 0 or where the last find ended.</param>
    /// <param name="start">Where the number starts.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    /// <returns>False when there is none.</returns>
    public static bool TryFind(ReadOnlySpan<byte> text, int from, out int start, out int end)
    {
        for (start = from, end = from; text.Length - start >= MinimumDigits;)
        {
            var offset = text[start..].IndexOfAnyInRange((byte)'0', (byte)'9');
            if (offset < 0)
            {
                break;
            }

            start += offset;
            var groupEnd = start + CountDigits(text[start..]);
            end = CardTokenizer.EndsTokenAt(text, start, groupEnd) ? start : MatchAt(text, start, groupEnd);
            if (end == start)
            {
                start = groupEnd;
            }
            else if (Iban.TryFindAround(text, start, end, out var ibanEnd))
            {
                start = ibanEnd;
            }
            else
            {
                return true;
            }
        }

        (start, end) = (text.Length, text.Length);
        return false;
    }

    /// <summary>Whether digits, and nothing else, are a card number.</summary>
    public static bool IsCardNumber(ReadOnlySpan<byte> digits)
        => digits.Length is >= MinimumDigits and <= MaximumDigits && CountDigits(digits) == digits.Length && HasNetworkPrefix(digits) && PassesLuhn(digits);

    /// <summary>Copies the digits of a text, leaving out what stands between them.</summary>
    /// <param name="text">A card number that was found.</param>
    /// <param name="digits">At least <see cref="MaximumDigits"/> bytes.</param>
    /// <returns>How many digits there are.</returns>
    internal static int CopyDigits(ReadOnlySpan<byte> text, Span<byte> digits)
    {
        var count = 0;
        foreach (var one in text)
        {
            if (char.IsAsciiDigit((char)one))
            {
                digits[count++] = one;
            }
        }

        return count;
    }

    /// <summary>Where the card number that starts at a group of digits ends; its start when there is none.</summary>
    private static int MatchAt(ReadOnlySpan<byte> text, int start, int groupEnd)
    {
        var length = groupEnd - start;
        if (length >= MinimumDigits)
        {
            return IsCardNumber(text[start..groupEnd]) ? groupEnd : start;
        }

        var touchesLetter = start > 0 && char.IsAsciiLetter((char)text[start - 1]);
        return length < MinimumGroup || touchesLetter ? start : MatchGroups(text, start, groupEnd);
    }

    private static int MatchGroups(ReadOnlySpan<byte> text, int start, int groupEnd)
    {
        Span<byte> digits = stackalloc byte[MaximumDigits];
        var count = groupEnd - start;
        text[start..groupEnd].CopyTo(digits);
        var (end, longest) = (groupEnd, start);
        while (end + MinimumGroup < text.Length && text[end] is (byte)' ' or (byte)'-' && text[end] == text[groupEnd])
        {
            var next = end + 1;
            var length = CountDigits(text[next..]);
            if (length < MinimumGroup || count + length > MaximumDigits)
            {
                break;
            }

            text.Slice(next, length).CopyTo(digits[count..]);
            count += length;
            end = next + length;
            var touchesLetter = end < text.Length && char.IsAsciiLetter((char)text[end]);
            longest = !touchesLetter && IsCardNumber(digits[..count]) ? end : longest;
        }

        return longest;
    }

    private static int CountDigits(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? text.Length : end;
    }

    private static bool HasNetworkPrefix(ReadOnlySpan<byte> digits)
    {
        var prefix = ((digits[0] - '0') * 1000) + ((digits[1] - '0') * 100) + ((digits[2] - '0') * 10) + digits[3] - '0';
        return prefix switch
        {
            >= 2221 and <= 2720 => true,                                          // Mastercard
            >= 3000 and <= 3059 or 3095 or >= 3600 and <= 3699 => true,           // Diners Club
            >= 3400 and <= 3499 or >= 3700 and <= 3799 => true,                   // American Express
            >= 3528 and <= 3589 => true,                                          // JCB
            >= 3800 and <= 3999 => true,                                          // Diners Club
            >= 4000 and <= 4999 => true,                                          // Visa
            >= 5000 and <= 5099 or >= 5600 and <= 5999 => true,                   // Maestro
            >= 5100 and <= 5599 => true,                                          // Mastercard
            >= 6000 and <= 6999 => true,                                          // Discover, UnionPay (62), Maestro
            >= 8100 and <= 8199 => true,                                          // UnionPay
            _ => false,
        };
    }

    private static bool PassesLuhn(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var doubled = (i & 1) == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }
}
