using System.Buffers.Binary;

namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// Numbers keys in the order of their arrival. Open addressing in 64 segments that grow one by one, so that no single addition has to move the
/// whole index; a slot holds 32 bits of the hash beside the number, and a key counts as found only when all its bytes are equal.
/// </summary>
internal sealed class KeyIndex
{
    /// <summary>The longest key in bytes.</summary>
    public const int MaximumKeyLength = 1000;

    private const int SegmentBits = 6;
    private const int FirstSegmentSlots = 4;
    private const int FirstPageBytes = 1024;
    private const int PageBytes = 64 * 1024;
    private const int OffsetBits = 16;
    private const int MaximumPages = 1 << (31 - OffsetBits);

    private readonly ulong[][] segments = new ulong[1 << SegmentBits][];
    private readonly int[] segmentCounts = new int[1 << SegmentBits];
    private byte[][] pages = [];
    private int pageCount;
    private int usedInLastPage;
    private int[] places = [];

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of all arrays.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>A key's bytes.</summary>
    public ReadOnlySpan<byte> Key(int entry)
    {
        var place = places[entry];
        var page = pages[place >> OffsetBits].AsSpan(place & ((1 << OffsetBits) - 1));
        return page.Slice(sizeof(ushort), BinaryPrimitives.ReadUInt16LittleEndian(page));
    }

    /// <summary>The key's number, or -1.</summary>
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
            if ((uint)(segment[i] >> 32) == tag && Key(entry).SequenceEqual(key))
            {
                return entry;
            }
        }

        return -1;
    }

    /// <summary>Adds a key that is not there yet and returns its number.</summary>
    public int Add(ReadOnlySpan<byte> key, ulong hash)
    {
        if (key.Length > MaximumKeyLength)
        {
            throw new ArgumentException($"A key of {key.Length} bytes is longer than {MaximumKeyLength}.", nameof(key));
        }

        var place = Keep(key);
        if (Count == places.Length)
        {
            AllocatedBytes += sizeof(int) * (long)(Math.Max(16, places.Length * 2) - places.Length);
            Array.Resize(ref places, Math.Max(16, places.Length * 2));
        }

        places[Count] = place;
        var mixed = Mix(hash);
        Put(Grown((int)(mixed >> (64 - SegmentBits))), ((ulong)(uint)mixed << 32) | (uint)(Count + 1));
        return Count++;
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

    private int Keep(ReadOnlySpan<byte> key)
    {
        var length = sizeof(ushort) + key.Length;
        if (pageCount == 0 || usedInLastPage + length > pages[pageCount - 1].Length)
        {
            AddPage();
        }

        var place = ((pageCount - 1) << OffsetBits) | usedInLastPage;
        var target = pages[pageCount - 1].AsSpan(usedInLastPage, length);
        BinaryPrimitives.WriteUInt16LittleEndian(target, (ushort)key.Length);
        key.CopyTo(target[sizeof(ushort)..]);
        usedInLastPage += length;
        return place;
    }

    private void AddPage()
    {
        if (pageCount == MaximumPages)
        {
            throw new InvalidOperationException($"One history table holds at most {MaximumPages} pages of {PageBytes} bytes of keys.");
        }

        if (pageCount == pages.Length)
        {
            Array.Resize(ref pages, Math.Max(4, pages.Length * 2));
        }

        pages[pageCount] = new byte[pageCount < OffsetBits ? Math.Min(PageBytes, FirstPageBytes << pageCount) : PageBytes];
        AllocatedBytes += pages[pageCount].Length;
        pageCount++;
        usedInLastPage = 0;
    }
}
