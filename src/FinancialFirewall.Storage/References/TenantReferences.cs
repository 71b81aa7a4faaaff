using System.Numerics;

namespace FinancialFirewall.Storage.References;

/// <summary>
/// One tenant's references: extendible hashing over segments, chosen by the leading bits of the fingerprint. A filter before them says of nearly every reference that is
/// new that it is, at one wait for memory.
/// </summary>
/// <param name="expected">How many references will come, about.</param>
internal sealed class TenantReferences(long expected)
{
    private readonly GrowingFilter filter = new(expected);
    private ReferenceSegment[] directory = Begin(DepthFor(expected));
    private int depth = DepthFor(expected);

    /// <summary>How many references there are.</summary>
    public long Count { get; private set; }

    /// <summary>The size of all tables, in bytes.</summary>
    public long AllocatedBytes
    {
        get
        {
            var total = filter.AllocatedBytes + ((long)directory.Length * IntPtr.Size);
            for (var i = 0; i < directory.Length; i++)
            {
                total += i > 0 && ReferenceEquals(directory[i], directory[i - 1]) ? 0 : directory[i].AllocatedBytes;
            }

            return total;
        }
    }

    /// <summary>Brings near what adding looks at first: worth it for many before the first of them, because the waits for memory overlap.</summary>
    public void ApproachToAdd(ulong hash)
    {
        filter.Approach(hash);
        Segment(Fingerprint(hash)).Approach();
    }

    /// <summary>Brings near what <see cref="MayContain"/> looks at.</summary>
    public void ApproachToAsk(ulong hash) => filter.Approach(hash);

    public void Add(ulong hash, ulong packed)
    {
        var fingerprint = Fingerprint(hash);
        while (Segment(fingerprint) is { IsFull: true } full)
        {
            Split(full, fingerprint);
        }

        Segment(fingerprint).Add(fingerprint, packed);
        filter.Add(hash);
        Count++;
    }

    /// <summary>Whether a reference may be among those added; where not, it is surely not.</summary>
    public bool MayContain(ulong hash) => filter.MayContain(hash);

    public int Find(ulong hash, Span<RecordAddress> candidates)
    {
        var fingerprint = Fingerprint(hash);
        return filter.MayContain(hash) ? Segment(fingerprint).Find(fingerprint, candidates) : 0;
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
