using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FinancialFirewall.Domain.Bytes;

namespace FinancialFirewall.Storage.References;

/// <summary>
/// Says of a fingerprint that it is surely not among those added, or may be: a split block Bloom filter (Putze, Sanders, Singler, "Cache-, Hash- and
/// Space-Efficient Bloom Filters", 2007; as in Apache Parquet). It takes 20 bits for each that it was made for, touches one cache line for an
/// answer, and errs in about three of ten thousand.
/// </summary>
internal sealed class ReferenceFilter
{
    private const int BitsEach = 20;
    private const int BlockWords = 8;
    private const int BlockBits = 32 * BlockWords;
    private const int LineBytes = 64;
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    /// <summary>From so many words on a filter begins with a cache line, so that no block lies in two of them.</summary>
    private const int LinedWords = 4_096;

    /// <summary>How many of the lowest bits of a fingerprint choose a slice.</summary>
    private const int SliceBits = 6;

    private readonly uint[] words;
    private readonly int first;
    private readonly uint blocks;
    private readonly int sliceBits;

    /// <summary>An empty filter.</summary>
    /// <param name="count">For how many fingerprints.</param>
    /// <param name="isSliced">
    /// Whether fingerprints whose lowest six bits are the same lie in one slice of the filter, a sixty-fourth of it. Whoever asks for many of them at once then stays within a
    /// few pages of memory. Filters of segments are not sliced: their fingerprints do not have these bits.
    /// </param>
    public ReferenceFilter(long count, bool isSliced = false)
    {
        sliceBits = isSliced ? SliceBits : 0;
        blocks = (uint)Math.Max(1, ((count * BitsEach) + BlockBits - 1) / BlockBits);
        (words, first) = Allocate(checked((int)(BlockWords * blocks)));
    }

    /// <summary>The bits, as they are kept: little endian.</summary>
    public Span<byte> Bytes => BitConverter.IsLittleEndian
        ? MemoryMarshal.AsBytes(words.AsSpan(first, (int)(BlockWords * blocks)))
        : throw new PlatformNotSupportedException("Segments are written by machines of little endian.");

    private static Vector256<uint> Salts
        => Vector256.Create(0x47B6_137B, 0x4497_4D91, 0x8824_AD5B, 0xA2B7_289D, 0x7054_95C7, 0x2DF1_424B, 0x9EFC_4947, 0x5C6B_FB31);

    public void Add(ulong fingerprint)
    {
        var block = Block(fingerprint, out var bits);
        (Vector256.Create<uint>(block) | Mask(bits)).CopyTo(block);
    }

    /// <summary>Brings near what <see cref="MayContain"/> looks at: worth it for many fingerprints before the first is asked for.</summary>
    public void Approach(ulong fingerprint)
    {
        var block = Block(fingerprint, out _);
        CacheLines.Approach(ref block[0]);
    }

    public bool MayContain(ulong fingerprint)
    {
        var block = Block(fingerprint, out var bits);
        return Vector256.AndNot(Mask(bits), Vector256.Create<uint>(block)) == Vector256<uint>.Zero;
    }

    private static (uint[] Words, int First) Allocate(int count)
    {
        if (count < LinedWords)
        {
            return (new uint[count], 0);
        }

        // Pinned, so that the line stays where it is.
        var lined = GC.AllocateArray<uint>(count + (LineBytes / sizeof(uint)), pinned: true);
        var start = Marshal.UnsafeAddrOfPinnedArrayElement(lined, 0);
        return (lined, (int)(-start & (LineBytes - 1)) / sizeof(uint));
    }

    /// <summary>The bits of a fingerprint in its block, one in each word.</summary>
    private static Vector256<uint> Mask(uint bits)
    {
        var places = (Vector256.Create(bits) * Salts) >>> 27;
        return Avx2.IsSupported ? Avx2.ShiftLeftLogicalVariable(Vector256<uint>.One, places) : ShiftOne(places);
    }

    private static Vector256<uint> ShiftOne(Vector256<uint> places)
    {
        Span<uint> shifted = stackalloc uint[BlockWords];
        for (var i = 0; i < BlockWords; i++)
        {
            shifted[i] = 1u << (int)places[i];
        }

        return Vector256.Create<uint>(shifted);
    }

    private Span<uint> Block(ulong fingerprint, out uint bits)
    {
        var mixed = fingerprint * Spread;
        mixed = (mixed ^ (mixed >> 32)) * Spread;
        bits = (uint)mixed;
        var slice = fingerprint & ((1u << sliceBits) - 1);
        var place = (slice << (32 - sliceBits)) | (mixed >> (32 + sliceBits));
        return words.AsSpan(first + ((int)((place * blocks) >> 32) * BlockWords), BlockWords);
    }
}
