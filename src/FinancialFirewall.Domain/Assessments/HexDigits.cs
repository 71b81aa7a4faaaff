using System.Runtime.CompilerServices;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>Writes eight hexadecimal digits at once, as one 64-bit word.</summary>
internal static class HexDigits
{
    private const ulong Ones = 0x0101010101010101;
    private const ulong Zeros = Ones * '0';
    private const ulong LetterGap = 'a' - '0' - 10;

    /// <summary>The digits of a number in ASCII, lower case; the first one in the highest byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(uint number)
    {
        // Halves are moved apart until each digit has a byte of its own.
        ulong digits = number;
        digits = (digits | (digits << 16)) & 0x0000FFFF0000FFFF;
        digits = (digits | (digits << 8)) & 0x00FF00FF00FF00FF;
        digits = (digits | (digits << 4)) & 0x0F0F0F0F0F0F0F0F;

        // A digit above 9 reaches its byte's fifth bit when 6 is added.
        var letters = ((digits + (6 * Ones)) >> 4) & Ones;
        return digits + Zeros + (letters * LetterGap);
    }
}
