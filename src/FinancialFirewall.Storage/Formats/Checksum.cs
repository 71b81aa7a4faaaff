using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FinancialFirewall.Storage.Formats;

/// <summary>
/// CRC32C (Castagnoli) as in RFC 3720, in the instructions of the processor where it has them. Each step of it waits for the one before; so of long bytes it is made, where
/// the processor multiplies polynomials, in four lanes of 16 bytes that are folded over what follows (Gopal and others, "Fast CRC computation for generic polynomials using
/// PCLMULQDQ instruction", 2009): what is folded has the same remainder, and is 16 bytes in the end.
/// </summary>
internal static class Checksum
{
    private const int Lanes = 4;
    private const int LaneBytes = 16;

    // Shorter bytes are done sooner one step after the other.
    private const int ShortestFolded = 2 * Lanes * LaneBytes;

    private static readonly Vector128<ulong> PastAllLanes = PastBytes(Lanes * LaneBytes);
    private static readonly Vector128<ulong> PastOneLane = PastBytes(LaneBytes);

    /// <summary>The checksum of <paramref name="bytes"/>, continuing that of what lies before them.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes, uint before = 0)
    {
        var crc = ~before;
        if (Pclmulqdq.IsSupported && bytes.Length >= ShortestFolded)
        {
            crc = Fold(MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes), crc);
            bytes = bytes[(bytes.Length & ~(LaneBytes - 1))..];
        }

        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            crc = BitOperations.Crc32C(crc, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        }

        foreach (var last in bytes[(bytes.Length & ~7)..])
        {
            crc = BitOperations.Crc32C(crc, last);
        }

        return ~crc;
    }

    private static uint Fold(ReadOnlySpan<Vector128<ulong>> blocks, uint crc)
    {
        var (one, two, three, four) = (blocks[0] ^ Vector128.CreateScalar((ulong)crc), blocks[1], blocks[2], blocks[3]);
        for (blocks = blocks[Lanes..]; blocks.Length >= Lanes; blocks = blocks[Lanes..])
        {
            one = Move(one, PastAllLanes) ^ blocks[0];
            two = Move(two, PastAllLanes) ^ blocks[1];
            three = Move(three, PastAllLanes) ^ blocks[2];
            four = Move(four, PastAllLanes) ^ blocks[3];
        }

        var all = Move(Move(Move(one, PastOneLane) ^ two, PastOneLane) ^ three, PastOneLane) ^ four;
        foreach (var block in blocks)
        {
            all = Move(all, PastOneLane) ^ block;
        }

        return BitOperations.Crc32C(BitOperations.Crc32C(0, all[0]), all[1]);
    }

    /// <summary>What has the same remainder as a lane that stands before so many bytes more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Move(Vector128<ulong> lane, Vector128<ulong> past)
        => Pclmulqdq.CarrylessMultiply(lane, past, 0x00) ^ Pclmulqdq.CarrylessMultiply(lane, past, 0x11);

    /// <summary>What the two halves of a lane are multiplied by to stand before so many bytes more.</summary>
    private static Vector128<ulong> PastBytes(int bytes) => Vector128.Create(Power((8 * bytes) + 64), Power(8 * bytes));

    /// <summary>
    /// x to a power, modulo the polynomial, as the multiplication needs it: with the lowest power in the highest bit. It is 33 less, as a product of such numbers has one power
    /// too many, and a remainder in the lower half of a number stands for 32 more.
    /// </summary>
    private static ulong Power(int exponent)
    {
        const uint Polynomial = 0x82F6_3B78;
        var power = 0x8000_0000u;
        for (var i = 33; i < exponent; i++)
        {
            power = (power >> 1) ^ ((power & 1) * Polynomial);
        }

        return power;
    }
}
