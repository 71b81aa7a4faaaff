using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Formats;

/// <summary>CRC32C (Castagnoli) as in RFC 3720, in the instructions of the processor where it has them.</summary>
internal static class Checksum
{
    /// <summary>The checksum of <paramref name="bytes"/>, continuing that of what lies before them.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes, uint before = 0)
    {
        var crc = ~before;
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
}
