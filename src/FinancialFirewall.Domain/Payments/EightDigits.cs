using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace FinancialFirewall.Domain.Payments;

/// <summary>Reads eight ASCII digits at once, as one 64-bit word.</summary>
internal static class EightDigits
{
    /// <summary>How many.</summary>
    public const int Length = sizeof(ulong);

    /// <summary>One more than the largest number of eight digits.</summary>
    public const ulong Bound = 100_000_000;

    private const ulong HighHalves = 0xF0F0F0F0F0F0F0F0;
    private const ulong Zeros = 0x3030303030303030;
    private const ulong SixEach = 0x0606060606060606;
    private const ulong EveryFourth = 0x000000FF000000FF;

    /// <summary>Reads the first eight bytes of a text.</summary>
    /// <param name="text">At least eight bytes.</param>
    /// <param name="number">The number, when they are digits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryParse(ReadOnlySpan<byte> text, out ulong number) => TryParse(BinaryPrimitives.ReadUInt64LittleEndian(text), out number);

    /// <summary>Reads the last few bytes of a text.</summary>
    /// <param name="text">At least eight bytes.</param>
    /// <param name="count">How many of them, 1 to 7.</param>
    /// <param name="number">The number, when they are digits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryParseLast(ReadOnlySpan<byte> text, int count, out ulong number)
    {
        // What stands before them, in the lower bytes, counts as zeros.
        var before = (1UL << (8 * (Length - count))) - 1;
        return TryParse((BinaryPrimitives.ReadUInt64LittleEndian(text[^Length..]) & ~before) | (Zeros & before), out number);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryParse(ulong word, out ulong number)
    {
        // A digit's high half is 3, and stays 3 when 6 is added.
        if ((word & HighHalves) != Zeros || ((word + SixEach) & HighHalves) != Zeros)
        {
            number = 0;
            return false;
        }

        // Neighbours are joined: eight digits become four numbers of two, those two of four, those one of eight.
        word -= Zeros;
        word = (word * 10) + (word >> 8);
        number = (((word & EveryFourth) * ((1_000_000UL << 32) + 100)) + (((word >> 16) & EveryFourth) * ((10_000UL << 32) + 1))) >> 32;
        return true;
    }
}
