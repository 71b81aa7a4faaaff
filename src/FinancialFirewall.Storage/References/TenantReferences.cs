using System.Numerics;

namespace FinancialFirewall.Storage.References;

/// <summary>
/// One tenant's references in one log file: extendible hashing over segments, chosen by the leading bits of the fingerprint. They are asked only where a filter
/// (<see cref="TenantFilters"/>) says that there may be something.
/// </summary>
/// <param name="expected">How many references will come, about.</param>
internal sealed class TenantReferences(long expected)
{
    private ReferenceSegment[] directory = Begin(DepthFor(expected));
    private int depth = DepthFor(expected);

    /// <summary>How many references there are.</summary>
    public long Count { get; private set; }

    /// <summary>The size of all tables, in bytes.</summary>
    public long AllocatedBytes
    {
        get
        {
            var total = (long)directory.Length * IntPtr.Size;
            for (var i = 0; i < directory.Length; i++)
            {
                total += i > 0 && ReferenceEquals(directory[i], directory[i - 1]) ? 0 : directory[i].AllocatedBytes;
            }

            return total;
        }
    }

    /// <summary>Brings near what adding looks at first: worth it for many before the first of them, because the waits for memory overlap.</summary>
    public void Approach(ulong hash) => Segment(Fingerprint(hash)).Approach();

    public void Add(ulong hash, ulong packed)
    {
        var fingerprint = Fingerprint(hash);
        while (Segment(fingerprint) is { IsFull: true } full)
        {
            Split(full, fingerprint);
        }

        Segment(fingerprint).Add(fingerprint, packed);
        Count++;
    }

    public int Find(ulong hash, Span<RecordAddress> candidates)
    {
        var fingerprint = Fingerprint(hash);
        return Segment(fingerprint).Find(fingerprint, candidates);
    }

    // Folding keeps a hash that varies in only one of its halves spread.
    private static uint Fingerprint(ulong hash) => (uint)(hash >> 32) ^ (uint)hash;

    /// <summary>One segment, or as many as what is expected will need: dividing them again and again would cost as much as adding.</summary>
    private static ReferenceSegment[] Begin(int depth)
    {
        var segments = new ReferenceSegment[1 << depth];
        for (var i = 0; i < segments.Length; i++)
        {
            segments[i] = depth == 0 ? new ReferenceSegment(0) : new ReferenceSegment(depth, ReferenceSegment.UsualRoom);
        }

        return segments;
    }

    private static int DepthFor(long expected)
        => Math.Min(ReferenceSegment.MaximumDepth, BitOperations.Log2(BitOperations.RoundUpToPowerOf2((ulong)(expected / ReferenceSegment.UsualRoom) + 1)));

    private ReferenceSegment Segment(uint fingerprint) => directory[Index(fingerprint)];

    private int Index(uint fingerprint) => (int)((ulong)fingerprint >> (32 - depth));

    private void Split(ReferenceSegment full, uint fingerprint)
    {
        if (full.Depth == depth)
        {
            Double();
        }

        var (zero, one) = full.Split();
        var run = 1 << (depth - full.Depth);
        var first = Index(fingerprint) & ~(run - 1);
        for (var i = 0; i < run; i++)
        {
            directory[first + i] = i < run / 2 ? zero : one;
        }
    }

    private void Double()
    {
        var doubled = new ReferenceSegment[directory.Length * 2];
        for (var i = 0; i < doubled.Length; i++)
        {
            doubled[i] = directory[i / 2];
        }

        directory = doubled;
        depth++;
    }
}
