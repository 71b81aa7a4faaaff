using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Segments;

/// <summary>Where a block is. It is authenticated with every block that is never copied into another segment.</summary>
/// <param name="FirstFile">The number of the first log file of the segment.</param>
/// <param name="LastFile">The number of the last.</param>
/// <param name="Offset">Where the block begins.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BlockPlace(uint FirstFile, uint LastFile, long Offset)
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 16;

    /// <summary>Writes the place for a block of this kind: records and facts say themselves which they are, and may be anywhere.</summary>
    public void Write(BlockKind kind, Span<byte> bytes)
    {
        var place = kind is BlockKind.Records or BlockKind.Facts ? default : this;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, place.FirstFile);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], place.LastFile);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], place.Offset);
    }
}
