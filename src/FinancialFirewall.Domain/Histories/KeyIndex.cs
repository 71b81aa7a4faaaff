using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Bytes;

namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// Finds entries by their keys. Open addressing in 64 segments that grow one by one, so that no single addition has to move the whole index; a slot holds
/// 32 bits of the hash beside the entry's number, and a key counts as found only when all its bytes are equal.
/// </summary>
internal sealed class KeyIndex(EntryStore entries)
{
    /// <summary>The longest key in bytes.</summary>
    public const int MaximumKeyLength = 1000;

    private const int SegmentBits = 6;
    private const int FirstSegmentSlots = 4;

    private readonly ulong[][] segments = new ulong[1 << SegmentBits][];
    private readonly int[] segmentCounts = new int[1 << SegmentBits];

    /// <summary>The bytes of all arrays.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>The entry of a key, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<byte> key, ulong hash)
    {
        var mixed = Mix(hash);
        var segment = segments[mixed >> (64 - SegmentBits)];
        if (segment is null)
        {
            return -1;
        }

        var tag = (uint)mixed;
        for (var i = tag & (segment.Length - 1); segment[i] != 0; i = (i + 1) & (segment.Length - 1))
        {
            var entry = (int)(uint)segment[i] - 1;
            if ((uint)(segment[i] >> 32) == tag && entries.HasKey(entry, key, hash))
            {
                return entry;
            }
        }

        return -1;
    }

    /// <summary>Asks for the memory in which a hash is looked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Approach(ulong hash)
    {
        var mixed = Mix(hash);
        if (segments[mixed >> (64 - SegmentBits)] is { } segment)
        {
            CacheLines.Approach(in segment[(uint)mixed & (segment.Length - 1)]);
        }
    }

    /// <summary>An entry that is nearly surely the one of a hash, without a look at its key; -1 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Guess(ulong hash)
    {
        var mixed = Mix(hash);
        var segment = segments[mixed >> (64 - SegmentBits)];
        if (segment is null)
        {
            return -1;
        }

        var tag = (uint)mixed;
        for (var i = tag & (segment.Length - 1); segment[i] != 0; i = (i + 1) & (segment.Length - 1))
        {
            if ((uint)(segment[i] >> 32) == tag)
            {
                return (int)(uint)segment[i] - 1;
            }
        }

        return -1;
    }

    /// <summary>Adds a key that is not there yet.</summary>
    /// <param name="entry">Its entry.</param>
    /// <param name="hash">The key's hash.</param>
    public void Add(int entry, ulong hash)
    {
        var mixed = Mix(hash);
        Put(Grown((int)(mixed >> (64 - SegmentBits))), ((ulong)(uint)mixed << 32) | (uint)(entry + 1));
    }

    // Keys reach a table by their hash, so some bits of it are the same for all of them; this spreads what is left over all bits.
    private static ulong Mix(ulong hash)
    {
        var mixed = hash * 0x9E3779B97F4A7C15;
        return mixed ^ (mixed >> 32);
    }

    private static void Put(ulong[] segment, ulong slot)
    {
        var i = (uint)(slot >> 32) & (segment.Length - 1);
        while (segment[i] != 0)
        {
            i = (i + 1) & (segment.Length - 1);
        }

        segment[i] = slot;
    }

    private ulong[] Grown(int number)
    {
        var segment = segments[number];
        segmentCounts[number]++;
        if (segment is not null && segmentCounts[number] * 4 <= segment.Length * 3)
        {
            return segment;
        }

        var larger = new ulong[segment is null ? FirstSegmentSlots : segment.Length * 2];
        foreach (var slot in segment ?? [])
        {
            if (slot != 0)
            {
                Put(larger, slot);
            }
        }

        AllocatedBytes += sizeof(ulong) * (long)(larger.Length - (segment?.Length ?? 0));
        return segments[number] = larger;
    }
}
