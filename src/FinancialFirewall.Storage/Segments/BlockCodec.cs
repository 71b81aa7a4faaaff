using System.Buffers.Binary;
using System.IO.Compression;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Packing;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// Seals the blocks of one tenant's segments, and opens them. All numbers are little endian.
/// <code>
///  0     4               8            12     13      14         16           20      32    48
///  | CRC | stored length | raw length | kind | codec | reserved | key number | nonce | tag | encrypted bytes ...
///  | u32 | u32           | u32        | u8   | u8    | u16 = 0  | u32        | 12    | 16  |
/// </code>
/// The bytes are packed by the codec, and then encrypted by AES-256-GCM under the tenant's key of this number, which also proves bytes 4 to 19 and the
/// <see cref="BlockPlace"/>. The CRC covers all that is behind it, so that a block can be proved without its key. Blocks of records and of facts say what they
/// hold and not where they lie, so that they can be copied into another segment as they are; their nonces go with them.
/// </summary>
/// <param name="keys">The keys of segments.</param>
/// <param name="tenant">The tenant.</param>
internal sealed class BlockCodec(PurposeKeys keys, TenantId tenant)
{
    /// <summary>The bytes before those that are stored.</summary>
    public const int HeaderLength = 48;

    /// <summary>The longest block that is believed: the longest record and what stands before it.</summary>
    public const int MaximumRawLength = RecordBatch.MaximumRecordBytes + (64 * 1024);

    private const int FactsStart = 4;
    private const int NonceStart = 20;
    private const int TagStart = 32;
    private const int AssociatedLength = NonceStart - FactsStart + BlockPlace.Length;

    /// <summary>Appends the block of <paramref name="raw"/> to <paramref name="output"/> and returns its whole length.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="raw">What it holds, at most <see cref="MaximumRawLength"/> bytes.</param>
    /// <param name="packs">Whether its bytes are packed, where that makes them shorter.</param>
    /// <param name="place">Where it will be.</param>
    /// <param name="nonces">The nonces of the file.</param>
    /// <param name="output">Takes the block.</param>
    public int Seal(BlockKind kind, ReadOnlySpan<byte> raw, bool packs, BlockPlace place, NonceSequence nonces, PackedWriter output)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(raw.Length, MaximumRawLength, nameof(raw));
        var start = output.Length;
        var block = output.Take(HeaderLength + (packs ? MatchSequence.MaximumLength(raw.Length) : raw.Length));
        var (codec, stored) = (BlockCodecKind.Matches, packs ? MatchPacker.Pack(raw, block[HeaderLength..]) : raw.Length);
        if (stored >= raw.Length)
        {
            raw.CopyTo(block[HeaderLength..]);
            (codec, stored) = (BlockCodecKind.Plain, raw.Length);
        }

        block = block[..(HeaderLength + stored)];
        block[..HeaderLength].Clear();
        BinaryPrimitives.WriteInt32LittleEndian(block[4..], stored);
        BinaryPrimitives.WriteInt32LittleEndian(block[8..], raw.Length);
        (block[12], block[13]) = ((byte)kind, (byte)codec);
        Encrypt(block, place, nonces);
        BinaryPrimitives.WriteUInt32LittleEndian(block, Checksum.Of(block[FactsStart..]));
        output.Cut(start + block.Length);
        return block.Length;
    }

    /// <summary>Whether what a block holds is kept as it is.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> block) => block[13] == (byte)BlockCodecKind.Plain;

    /// <summary>Opens a block that <see cref="IsPlain"/> in place: what it holds is then behind its header.</summary>
    /// <returns>What is wrong; <see langword="null"/> where nothing is.</returns>
    public string? OpenPlain(BlockKind kind, BlockPlace place, Span<byte> block) => Check(block) ?? Decrypt(block, place) ?? CheckKind(kind, block);

    /// <summary>Opens a block, which is all of <paramref name="block"/>, in place.</summary>
    /// <returns>What was sealed, or what is wrong.</returns>
    public (byte[] Raw, string? Problem) Open(BlockKind kind, BlockPlace place, Span<byte> block)
    {
        if ((Check(block) ?? Decrypt(block, place) ?? CheckKind(kind, block)) is { } problem)
        {
            return ([], problem);
        }

        var raw = new byte[RawLength(block)];
        var stored = block[HeaderLength..];
        switch ((BlockCodecKind)block[13])
        {
            case BlockCodecKind.Plain when stored.Length == raw.Length:
                stored.CopyTo(raw);
                return (raw, null);
            case BlockCodecKind.Matches when MatchUnpacker.TryUnpack(stored, raw):
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

        return BinaryPrimitives.ReadUInt32LittleEndian(block) == Checksum.Of(block[FactsStart..]) && (uint)RawLength(block) <= MaximumRawLength
            ? null
            : "a block does not match its checksum.";
    }

    private void Encrypt(Span<byte> block, BlockPlace place, NonceSequence nonces)
    {
        var current = keys.GetCurrentAsync(tenant);
        if (!current.IsCompletedSuccessfully)
        {
            throw new InvalidOperationException($"'{tenant}' has records and no key.");
        }

        var cipher = current.Result;
        BinaryPrimitives.WriteUInt32LittleEndian(block[16..], cipher.KeyNumber);
        var nonce = block[NonceStart..TagStart];
        nonces.Take(nonce);
        Span<byte> associated = stackalloc byte[AssociatedLength];
        Associate(block, place, associated);
        cipher.Seal(nonce, block[HeaderLength..], block[HeaderLength..], block[TagStart..HeaderLength], associated);
    }

    private string? Decrypt(Span<byte> block, BlockPlace place)
    {
        var number = BinaryPrimitives.ReadUInt32LittleEndian(block[16..]);
        if (keys.Find(tenant, number) is not { } cipher)
        {
            return RunKeys.NoKey(tenant, number);
        }

        Span<byte> associated = stackalloc byte[AssociatedLength];
        Associate(block, place, associated);
        return cipher.TryOpen(block[NonceStart..TagStart], block[HeaderLength..], block[TagStart..HeaderLength], block[HeaderLength..], associated)
            ? null
            : $"a block is not what key {number} of '{tenant}' sealed at this place.";
    }

    private static string? CheckKind(BlockKind kind, ReadOnlySpan<byte> block)
        => block[12] == (byte)kind ? null : $"a block of kind {block[12]} is where one of kind {(byte)kind} should be.";

    private static void Associate(ReadOnlySpan<byte> block, BlockPlace place, Span<byte> associated)
    {
        block[FactsStart..NonceStart].CopyTo(associated);
        place.Write((BlockKind)block[12], associated[(NonceStart - FactsStart)..]);
    }
}
