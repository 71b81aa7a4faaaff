using FinancialFirewall.Domain.Bytes;

namespace FinancialFirewall.Storage.References;

/// <summary>
/// A small open-addressing table from 32-bit fingerprints to packed addresses: 12 bytes a slot. It grows by half up to <see cref="MaximumSlots"/>;
/// beyond that its owner splits it by one more bit of the fingerprint, so that no growth ever takes longer than one small table.
/// </summary>
/// <param name="depth">How many leading bits all its fingerprints share.</param>
/// <param name="slots">How large the table is that the first entry makes.</param>
internal sealed class ReferenceSegment(int depth, int slots = ReferenceSegment.FirstSlots)
{
    /// <summary>The size of a table that has room for as many as come, and will hardly have to grow, in slots.</summary>
    public const int UsualSlots = MaximumSlots * 5 / 8;

    /// <summary>The largest table, in slots, unless so many entries share a fingerprint that splitting does not help.</summary>
    public const int MaximumSlots = 1 << 12;

    /// <summary>How many leading bits choose a segment at most.</summary>
    public const int MaximumDepth = 20;

    private const int FirstSlots = 8;
    private const uint Spread = 2_654_435_769;

    private uint[] fingerprints = [];
    private ulong[] addresses = [];

    /// <summary>How many leading bits of the fingerprint all entries share.</summary>
    public int Depth { get; } = depth;

    public int Count { get; private set; }

    /// <summary>The size of the tables, in bytes.</summary>
    public long AllocatedBytes => (sizeof(uint) + sizeof(ulong)) * (long)addresses.Length;

    /// <summary>Whether another entry would need a split first.</summary>
    public bool IsFull => Depth < MaximumDepth && addresses.Length >= MaximumSlots && IsCrowded && !IsOfOneFingerprint();

    private bool IsCrowded => Count >= addresses.Length - (addresses.Length >> 3);

    /// <summary>Packs an address so that it is never 0, which marks a free slot: sequences start at 1.</summary>
    public static ulong Pack(RecordAddress address) => ((ulong)address.Partition << 48) | (ulong)address.Sequence;

    public static RecordAddress Unpack(ulong packed) => new((int)(packed >> 48), (long)(packed & 0xFFFF_FFFF_FFFF));

    /// <summary>Brings near what adding or finding a fingerprint looks at first.</summary>
    public void Approach(uint fingerprint)
    {
        if (addresses.Length > 0)
        {
            var home = Home(fingerprint);
            CacheLines.Approach(ref fingerprints[home]);
            CacheLines.Approach(ref addresses[home]);
        }
    }

    public void Add(uint fingerprint, ulong packed)
    {
        if (IsCrowded)
        {
            Grow(addresses.Length == 0 ? slots : addresses.Length + (addresses.Length >> 1));
        }

        Place(fingerprint, packed);
        Count++;
    }

    public int Find(uint fingerprint, Span<RecordAddress> candidates)
    {
        var found = 0;
        for (var slot = Home(fingerprint); addresses.Length > 0 && addresses[slot] != 0; slot = Next(slot))
        {
            if (fingerprints[slot] != fingerprint)
            {
                continue;
            }

            if (found < candidates.Length)
            {
                candidates[found] = Unpack(addresses[slot]);
            }

            found++;
        }

        return found;
    }

    /// <summary>Deals the entries to two segments by the bit after the shared ones.</summary>
    public (ReferenceSegment Zero, ReferenceSegment One) Split()
    {
        // Entries come in the order of their slots: into tables that start small they would all crowd at the front.
        var zero = new ReferenceSegment(Depth + 1, UsualSlots);
        var one = new ReferenceSegment(Depth + 1, UsualSlots);
        for (var slot = 0; slot < addresses.Length; slot++)
        {
            if (addresses[slot] != 0)
            {
                var target = ((fingerprints[slot] >> (31 - Depth)) & 1) == 0 ? zero : one;
                target.Add(fingerprints[slot], addresses[slot]);
            }
        }

        return (zero, one);
    }

    // Entries that no bit tells apart would be split in vain.
    private bool IsOfOneFingerprint()
    {
        uint? known = null;
        for (var slot = 0; slot < addresses.Length; slot++)
        {
            if (addresses[slot] != 0 && (known ??= fingerprints[slot]) != fingerprints[slot])
            {
                return false;
            }
        }

        return true;
    }

    private void Grow(int grown)
    {
        var (oldFingerprints, oldAddresses) = (fingerprints, addresses);
        var wanted = oldAddresses.Length < MaximumSlots ? Math.Min(MaximumSlots, grown) : grown;
        fingerprints = new uint[wanted];
        addresses = new ulong[wanted];
        for (var slot = 0; slot < oldAddresses.Length; slot++)
        {
            if (oldAddresses[slot] != 0)
            {
                Place(oldFingerprints[slot], oldAddresses[slot]);
            }
        }
    }

    private void Place(uint fingerprint, ulong packed)
    {
        var slot = Home(fingerprint);
        while (addresses[slot] != 0)
        {
            slot = Next(slot);
        }

        fingerprints[slot] = fingerprint;
        addresses[slot] = packed;
    }

    // The leading bits choose the segment, so the slot comes from all bits, spread by a multiplication.
    private int Home(uint fingerprint) => (int)(((ulong)(fingerprint * Spread) * (uint)addresses.Length) >> 32);

    private int Next(int slot) => slot + 1 == addresses.Length ? 0 : slot + 1;
}
