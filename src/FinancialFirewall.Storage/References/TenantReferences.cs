namespace FinancialFirewall.Storage.References;

/// <summary>One tenant's references: extendible hashing over segments, chosen by the leading bits of the fingerprint.</summary>
internal sealed class TenantReferences
{
    private ReferenceSegment[] directory = [new(0)];
    private int depth;

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

    /// <summary>Brings near what adding or finding a fingerprint looks at first: worth it for many before the first of them, because the waits for memory overlap.</summary>
    public void Approach(uint fingerprint) => Segment(fingerprint).Approach(fingerprint);

    public void Add(uint fingerprint, ulong packed)
    {
        while (Segment(fingerprint) is { IsFull: true } full)
        {
            Split(full, fingerprint);
        }

        Segment(fingerprint).Add(fingerprint, packed);
        Count++;
    }

    public int Find(uint fingerprint, Span<RecordAddress> candidates) => Segment(fingerprint).Find(fingerprint, candidates);

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
