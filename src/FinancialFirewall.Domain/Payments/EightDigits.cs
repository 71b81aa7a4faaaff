using System.Buffers.Binary;

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
    public static bool TryParse(ReadOnlySpan<byte> text, out ulong number)
    {
        var word = BinaryPrimitives.ReadUInt64LittleEndian(text);

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
