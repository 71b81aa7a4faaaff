using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Hashing;

/// <summary>
/// The 64-bit xxHash of Yann Collet (github.com/Cyan4973/xxHash, doc/xxhash_spec.md). It is frozen: partitions, shards and fingerprints
/// on disk depend on it. It is no protection against someone who chooses keys to collide.
/// </summary>
public static class XxHash64
{
    private const ulong Prime1 = 0x9E3779B185EBCA87UL;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4FUL;
    private const ulong Prime3 = 0x165667B19E3779F9UL;
    private const ulong Prime4 = 0x85EBCA77C2B2AE63UL;
    private const ulong Prime5 = 0x27D4EB2F165667C5UL;
    private const int StripeLength = 4 * sizeof(ulong);

    /// <summary>The hash of <paramref name="bytes"/>.</summary>
    /// <param name="bytes">Any number of bytes, none included.</param>
    /// <param name="seed">Chooses one of the family of hashes; what is kept on disk uses 0.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static ulong Hash(ReadOnlySpan<byte> bytes, ulong seed = 0)
    {
        ref var first = ref MemoryMarshal.GetReference(bytes);
        var hash = bytes.Length >= StripeLength ? Stripes(ref first, bytes.Length, seed) : seed + Prime5;
        return Avalanche(Tail(ref first, bytes.Length & -StripeLength, bytes.Length, hash + (ulong)bytes.Length));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Stripes(ref byte first, int length, ulong seed)
    {
        var lane1 = seed + Prime1 + Prime2;
        var lane2 = seed + Prime2;
        var lane3 = seed;
        var lane4 = seed - Prime1;
        for (var at = 0; at <= length - StripeLength; at += StripeLength)
        {
            lane1 = Round(lane1, Word(ref first, at));
            lane2 = Round(lane2, Word(ref first, at + 8));
            lane3 = Round(lane3, Word(ref first, at + 16));
            lane4 = Round(lane4, Word(ref first, at + 24));
        }

        var hash = BitOperations.RotateLeft(lane1, 1) + BitOperations.RotateLeft(lane2, 7)
            + BitOperations.RotateLeft(lane3, 12) + BitOperations.RotateLeft(lane4, 18);
        return Merge(Merge(Merge(Merge(hash, lane1), lane2), lane3), lane4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Tail(ref byte first, int at, int length, ulong hash)
    {
        for (; at <= length - sizeof(ulong); at += sizeof(ulong))
        {
            hash ^= Round(0, Word(ref first, at));
            hash = (BitOperations.RotateLeft(hash, 27) * Prime1) + Prime4;
        }

        if (at <= length - sizeof(uint))
        {
            hash ^= HalfWord(ref first, at) * Prime1;
            hash = (BitOperations.RotateLeft(hash, 23) * Prime2) + Prime3;
            at += sizeof(uint);
        }

        for (; at < length; at++)
        {
            hash ^= Unsafe.Add(ref first, at) * Prime5;
            hash = BitOperations.RotateLeft(hash, 11) * Prime1;
        }

        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ref byte first, int at)
    {
        var word = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, at));
        return BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint HalfWord(ref byte first, int at)
    {
        var word = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, at));
        return BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Round(ulong lane, ulong input) => BitOperations.RotateLeft(lane + (input * Prime2), 31) * Prime1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Merge(ulong hash, ulong lane) => ((hash ^ Round(0, lane)) * Prime1) + Prime4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Avalanche(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * Prime2;
        hash = (hash ^ (hash >> 29)) * Prime3;
        return hash ^ (hash >> 32);
    }
}
