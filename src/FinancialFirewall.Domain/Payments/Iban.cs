using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// International bank account numbers (ISO 13616): a country of the SWIFT registry (release 100) with its length, two check digits by
/// ISO 7064 MOD 97-10, letters and digits. The normal form has no spaces and upper-case letters.
/// </summary>
public static class Iban
{
    /// <summary>The longest IBAN, in characters.</summary>
    public const int MaximumLength = 34;

    private const int Letters = 26;

    /// <summary>The country and the check digits, in characters.</summary>
    private const int Ends = 4;
    private const ulong Modulus = 97;
    private const ulong ReduceFrom = ulong.MaxValue / 1_000;

    private const string Lengths =
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 "
        + "GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 "
        + "MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 "
        + "TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";

    private static readonly byte[] LengthByCountry = Index();

    // What 10^(37 - n) leaves: the weights of up to 32 digits of the account, behind which the country and the check digits stand.
    private static ReadOnlySpan<byte> RestsByPlace =>
    [
        58, 64, 84, 86, 28, 61, 74, 85, 57, 93, 19, 31, 71, 75, 56, 25,
        51, 73, 17, 89, 38, 62, 45, 53, 15, 50, 5, 49, 34, 81, 76, 27,
    ];

    // Sixteen bytes from place n on leave the last n of a vector.
    private static ReadOnlySpan<byte> Behind =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    ];

    /// <summary>Writes an IBAN in its normal form.</summary>
    /// <param name="text">The account as it was sent; spaces anywhere and either case are allowed.</param>
    /// <param name="destination">At least <see cref="MaximumLength"/> bytes; overwritten also when the text is no IBAN.</param>
    /// <param name="length">How many bytes the IBAN has; 0 when the text is none.</param>
    /// <returns>False when the text is no valid IBAN.</returns>
    public static bool TryNormalise(ReadOnlySpan<byte> text, Span<byte> destination, out int length)
    {
        length = 0;
        var count = 0;
        foreach (var one in text)
        {
            if (one == ' ')
            {
                continue;
            }

            if (count == MaximumLength || !char.IsAsciiLetterOrDigit((char)one))
            {
                return false;
            }

            destination[count++] = char.IsAsciiLetterLower((char)one) ? (byte)(one & ~0x20) : one;
        }

        if (!IsValid(destination[..count]))
        {
            return false;
        }

        length = count;
        return true;
    }

    /// <summary>Whether a text is a valid IBAN in its normal form.</summary>
    public static bool IsValid(ReadOnlySpan<byte> compact)
        => compact.Length > 4 && compact.Length == LengthFor(compact) && HasCheckDigits(compact) && LeavesOne(compact);

    /// <summary>The length of the IBANs of a country.</summary>
    /// <param name="compact">Starts with the country's code in upper case.</param>
    /// <returns>0 when the country has no IBANs.</returns>
    public static int LengthFor(ReadOnlySpan<byte> compact)
    {
        var (a, b) = (compact[0] - 'A', compact[1] - 'A');
        return (uint)a < Letters && (uint)b < Letters ? LengthByCountry[(a * Letters) + b] : 0;
    }

    /// <summary>Whether a stretch of a text lies inside a valid IBAN, written with or without spaces between its characters.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="start">Where the stretch starts.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    /// <param name="ibanEnd">Where the IBAN ends, exclusive.</param>
    internal static bool TryFindAround(ReadOnlySpan<byte> text, int start, int end, out int ibanEnd)
    {
        ibanEnd = 0;
        var earliest = Math.Max(0, start - (2 * MaximumLength));
        for (var from = start - 1; from >= earliest; from--)
        {
            if (!char.IsAsciiLetterOrDigit((char)text[from]) && text[from] != ' ')
            {
                return false;
            }

            if (StartsWord(text, from) && TryMatch(text[from..], out var length) && from + length >= end)
            {
                ibanEnd = from + length;
                return true;
            }
        }

        return false;
    }

    private static bool StartsWord(ReadOnlySpan<byte> text, int from)
        => char.IsAsciiLetter((char)text[from]) && (from == 0 || !char.IsAsciiLetterOrDigit((char)text[from - 1]));

    /// <summary>Whether a text starts with a valid IBAN that ends where a word ends.</summary>
    private static bool TryMatch(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        Span<byte> compact = stackalloc byte[MaximumLength];
        var (count, wanted) = (0, MaximumLength);
        for (var i = 0; i < text.Length && count < wanted; i++)
        {
            if (text[i] == ' ' && count > 0 && text[i - 1] != ' ')
            {
                continue;
            }

            if (!char.IsAsciiLetterOrDigit((char)text[i]))
            {
                return false;
            }

            compact[count++] = char.IsAsciiLetterLower((char)text[i]) ? (byte)(text[i] & ~0x20) : text[i];
            wanted = count == CountryTable.CodeLength ? LengthFor(compact) : wanted;
            length = i + 1;
        }

        return IsValid(compact[..count]) && (length == text.Length || !char.IsAsciiLetterOrDigit((char)text[length]));
    }

    private static bool HasCheckDigits(ReadOnlySpan<byte> compact)
    {
        var (tens, ones) = (compact[2] - '0', compact[3] - '0');
        return (uint)tens < 10 && (uint)ones < 10 && (tens * 10) + ones is >= 2 and <= 98;
    }

    /// <summary>Whether the number that ISO 7064 makes of an IBAN, the first four characters last, letters as 10 to 35, leaves 1 when divided by 97.</summary>
    /// <param name="compact">At least eight characters, of which the first two are letters and the next two digits.</param>
    /// <returns>False also where a character is neither a digit nor an upper-case letter.</returns>
    private static bool LeavesOne(ReadOnlySpan<byte> compact)
    {
        var length = compact.Length - Ends;
        if (compact.Length < Vector128<byte>.Count)
        {
            return LeavesOneWithLetters(compact);
        }

        // Digits count by what their place leaves of them. Those products are small, so that sixteen are added at once and one division does for all.
        ref var first = ref MemoryMarshal.GetReference(compact);
        var ahead = length > Vector128<byte>.Count ? Vector128<byte>.Count : 0;
        var tail = DigitsAt(ref first, compact.Length - Vector128<byte>.Count) & Load(Behind, length - ahead);
        var head = ahead > 0 ? DigitsAt(ref first, Ends) : Vector128<byte>.Zero;
        if (Vector128.GreaterThanAny(Vector128.Max(head, tail), Vector128.Create((byte)9)))
        {
            return LeavesOneWithLetters(compact);
        }

        var sums = Products(head, Load(RestsByPlace, RestsByPlace.Length - Math.Max(length, Vector128<byte>.Count)))
            + Products(tail, Load(RestsByPlace, RestsByPlace.Length - Vector128<byte>.Count));
        return ((uint)NumberOfEnds(compact) + Vector128.Sum(sums)) % (uint)Modulus == 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> DigitsAt(ref byte first, int at) => Vector128.LoadUnsafe(ref first, (nuint)at) - Vector128.Create((byte)'0');

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Load(ReadOnlySpan<byte> table, int at) => Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(table), (nuint)at);

    // Each digit with its weight, two of them together: at most four of 9 times 96 in one sum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Products(Vector128<byte> digits, Vector128<byte> weights)
    {
        var ((lowDigits, highDigits), (lowWeights, highWeights)) = (Vector128.Widen(digits), Vector128.Widen(weights));
        return (lowDigits * lowWeights) + (highDigits * highWeights);
    }

    private static bool LeavesOneWithLetters(ReadOnlySpan<byte> compact)
    {
        var number = 0UL;
        return TryAppend(ref number, compact[4..]) && ((number % Modulus * 1_000_000) + NumberOfEnds(compact)) % Modulus == 1;
    }

    // The country and the check digits, which come last; both were looked at before.
    private static ulong NumberOfEnds(ReadOnlySpan<byte> compact)
        => ((ulong)(compact[0] - 'A' + 10) * 10_000) + ((ulong)(compact[1] - 'A' + 10) * 100) + ((ulong)(compact[2] - '0') * 10) + (ulong)(compact[3] - '0');

    private static bool TryAppend(ref ulong number, ReadOnlySpan<byte> characters)
    {
        foreach (var one in characters)
        {
            var (digit, letter) = ((uint)(one - '0'), (uint)(one - 'A'));
            if (digit >= 10 && letter >= Letters)
            {
                return false;
            }

            number = number < ReduceFrom ? number : number % Modulus;
            number = digit < 10 ? (number * 10) + digit : (number * 100) + letter + 10;
        }

        return true;
    }

    private static byte[] Index()
    {
        var index = new byte[Letters * Letters];
        foreach (var entry in Lengths.Split(' '))
        {
            index[((entry[0] - 'A') * Letters) + entry[1] - 'A'] = (byte)(((entry[2] - '0') * 10) + entry[3] - '0');
        }

        return index;
    }
}
