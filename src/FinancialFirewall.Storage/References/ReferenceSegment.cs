using FinancialFirewall.Domain.Bytes;

namespace FinancialFirewall.Storage.References;

/// <summary>
/// Fingerprints of 32 bits with their packed addresses, in the order in which they came: 12 bytes each. Adding writes behind the last one, which is near; finding compares them all,
/// many at a time, and is asked only where a filter says that there may be something. It grows up to <see cref="MaximumCount"/>; beyond that its owner splits it by one more bit
/// of the fingerprint, so that neither finding nor growing ever takes longer than one small list.
/// </summary>
/// <param name="depth">How many leading bits all its fingerprints share.</param>
/// <param name="room">For how many entries the first one makes room.</param>
internal sealed class ReferenceSegment(int depth, int room = ReferenceSegment.FirstRoom)
{
    /// <summary>The room of a list that will hardly have to grow, in entries.</summary>
    public const int UsualRoom = MaximumCount * 5 / 8;

    /// <summary>The most entries, unless so many share a fingerprint that splitting does not help.</summary>
    public const int MaximumCount = 1 << 12;

    /// <summary>How many leading bits choose a segment at most.</summary>
    public const int MaximumDepth = 20;

    private const int FirstRoom = 8;

    private uint[] fingerprints = [];
    private ulong[] addresses = [];

    /// <summary>How many leading bits of the fingerprint all entries share.</summary>
    public int Depth { get; } = depth;

    public int Count { get; private set; }

    /// <summary>The size of the lists, in bytes.</summary>
    public long AllocatedBytes => (sizeof(uint) + sizeof(ulong)) * (long)addresses.Length;

    /// <summary>Whether another entry would need a split first.</summary>
    public bool IsFull => Count >= MaximumCount && Depth < MaximumDepth && !IsOfOneFingerprint();

    /// <summary>Packs an address into one number.</summary>
    public static ulong Pack(RecordAddress address) => ((ulong)address.Partition << 48) | (ulong)address.Sequence;

    public static RecordAddress Unpack(ulong packed) => new((int)(packed >> 48), (long)(packed & 0xFFFF_FFFF_FFFF));

    /// <summary>Brings near where the next entry is written.</summary>
    public void Approach()
    {
        if (Count < addresses.Length)
        {
            CacheLines.Approach(ref fingerprints[Count]);
            CacheLines.Approach(ref addresses[Count]);
        }
    }

    public void Add(uint fingerprint, ulong packed)
    {
        if (Count == addresses.Length)
        {
            Grow(Count == 0 ? room : Count + (Count >> 1));
        }

        (fingerprints[Count], addresses[Count]) = (fingerprint, packed);
        Count++;
    }

    public int Find(uint fingerprint, Span<RecordAddress> candidates)
    {
        var found = 0;
        for (var place = Next(fingerprint, 0); place < Count; place = Next(fingerprint, place + 1))
        {
            if (found < candidates.Length)
            {
                candidates[found] = Unpack(addresses[place]);
            }

            found++;
        }

        return found;
    }

    /// <summary>Deals the entries to two segments by the bit after the shared ones.</summary>
    public (ReferenceSegment Zero, ReferenceSegment One) Split()
    {
        var zero = new ReferenceSegment(Depth + 1, UsualRoom);
        var one = new ReferenceSegment(Depth + 1, UsualRoom);
        for (var place = 0; place < Count; place++)
        {
            var target = ((fingerprints[place] >> (31 - Depth)) & 1) == 0 ? zero : one;
            target.Add(fingerprints[place], addresses[place]);
        }

        return (zero, one);
    }

    // Entries that no bit tells apart would be split in vain.
    private bool IsOfOneFingerprint() => !fingerprints.AsSpan(0, Count).ContainsAnyExcept(fingerprints[0]);

    /// <summary>The first place from <paramref name="start"/> on that has a fingerprint; <see cref="Count"/> where there is none.</summary>
    private int Next(uint fingerprint, int start)
    {
        var found = fingerprints.AsSpan(start, Count - start).IndexOf(fingerprint);
        return found < 0 ? Count : start + found;
    }

    private void Grow(int wanted)
    {
        var grown = Count < MaximumCount ? Math.Min(MaximumCount, wanted) : wanted;
        Array.Resize(ref fingerprints, grown);
        Array.Resize(ref addresses, grown);
    }
}
