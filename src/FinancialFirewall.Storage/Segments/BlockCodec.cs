using System.Buffers.Binary;
using System.IO.Compression;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Packing;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// Seals the blocks that segments are made of, and opens them. All numbers are little endian.
/// <code>
///  0     4               8            12     13      14         16
///  | CRC | stored length | raw length | kind | codec | reserved | stored bytes ...
///  | u32 | u32           | u32        | u8   | u8    | u16 = 0  |
/// </code>
/// The CRC covers all bytes behind it. Nothing in a block says where it lies, so that it can be copied into another segment as it is.
/// </summary>
internal static class BlockCodec
{
    /// <summary>The bytes before those that are stored.</summary>
    public const int HeaderLength = 16;

    /// <summary>The longest block that is believed: the longest record and what stands before it.</summary>
    public const int MaximumRawLength = RecordBatch.MaximumRecordBytes + (64 * 1024);

    // Quality 1 compresses twice as fast as zlib's fastest useful level, to the same size; higher ones do not keep up with the log.
    private const int Quality = 1;
    private const int WindowBits = 18;

    /// <summary>Appends the block of <paramref name="raw"/> to <paramref name="output"/> and returns its whole length.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="raw">What it holds, at most <see cref="MaximumRawLength"/> bytes.</param>
    /// <param name="isDense">Whether compressing is not worth trying.</param>
    /// <param name="output">Takes the block.</param>
    public static int Seal(BlockKind kind, ReadOnlySpan<byte> raw, bool isDense, PackedWriter output)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(raw.Length, MaximumRawLength, nameof(raw));
        var room = isDense ? raw.Length : BrotliEncoder.GetMaxCompressedLength(raw.Length);
        var start = output.Length;
        var block = output.Take(HeaderLength + Math.Max(room, raw.Length));
        var codec = BlockCodecKind.Brotli;
        if (isDense || !BrotliEncoder.TryCompress(raw, block[HeaderLength..], out var stored, Quality, WindowBits) || stored >= raw.Length)
        {
            raw.CopyTo(block[HeaderLength..]);
            (codec, stored) = (BlockCodecKind.Plain, raw.Length);
        }

        block = block[..(HeaderLength + stored)];
        block[..HeaderLength].Clear();
        BinaryPrimitives.WriteInt32LittleEndian(block[4..], stored);
        BinaryPrimitives.WriteInt32LittleEndian(block[8..], raw.Length);
        (block[12], block[13]) = ((byte)kind, (byte)codec);
        BinaryPrimitives.WriteUInt32LittleEndian(block, Checksum.Of(block[4..]));
        output.Cut(start + block.Length);
        return block.Length;
    }

    /// <summary>Opens a block, which is all of <paramref name="block"/>.</summary>
    /// <returns>What was sealed, or what is wrong.</returns>
    public static (byte[] Raw, string? Problem) Open(BlockKind kind, ReadOnlySpan<byte> block)
    {
        if (Check(block) is { } problem)
        {
            return ([], problem);
        }

        if (block[12] != (byte)kind)
        {
            return ([], $"a block of kind {block[12]} is where one of kind {(byte)kind} should be.");
        }

        var raw = new byte[BinaryPrimitives.ReadInt32LittleEndian(block[8..])];
        var stored = block[HeaderLength..];
        switch ((BlockCodecKind)block[13])
        {
            case BlockCodecKind.Plain when stored.Length == raw.Length:
                stored.CopyTo(raw);
                return (raw, null);
            case BlockCodecKind.Brotli when BrotliDecoder.TryDecompress(stored, raw, out var length) && length == raw.Length:
                return (raw, null);
            default:
                return ([], $"a block of codec {block[13]} cannot be unpacked.");
        }
    }

    /// <summary>The length of what a sound block holds.</summary>
    public static int RawLength(ReadOnlySpan<byte> block) => BinaryPrimitives.ReadInt32LittleEndian(block[8..]);

    /// <summary>Proves the checksum of a block without opening it.</summary>
    /// <returns>What is wrong; <see langword="null"/> where it is sound.</returns>
    public static string? Check(ReadOnlySpan<byte> block)
    {
        if (block.Length < HeaderLength || BinaryPrimitives.ReadInt32LittleEndian(block[4..]) != block.Length - HeaderLength)
        {
            return "a block has another length than its index says.";
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(block) == Checksum.Of(block[4..])
            && (uint)BinaryPrimitives.ReadInt32LittleEndian(block[8..]) <= MaximumRawLength
                ? null
                : "a block does not match its checksum.";
    }
}
