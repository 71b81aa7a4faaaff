namespace FinancialFirewall.Storage.References;

/// <summary>
/// A filter for so many references as come: when one is full, the next is <see cref="Growth"/> times as large, up to <see cref="MostAtOnce"/>. Who knows about how many will come says so, and then
/// one filter answers for nearly all of them.
/// </summary>
internal sealed class GrowingFilter
{
    private const int Growth = 16;
    private const int LeastExpected = 64;
    private const long MostAtOnce = 1 << 20;

    // The last one fills, the others are full.
    private readonly List<ReferenceFilter> filters = [];
    private long size;
    private long room;

    /// <summary>An empty filter.</summary>
    /// <param name="expected">How many references will come, about.</param>
    public GrowingFilter(long expected) => Begin(Math.Max(expected, LeastExpected));

    /// <summary>How many references there are.</summary>
    public long Count { get; private set; }

    /// <summary>Whether more references came than were expected.</summary>
    public bool HasGrown => filters.Count > 1;

    /// <summary>The size of all filters, in bytes.</summary>
    public long AllocatedBytes => filters.Sum(static filter => (long)filter.Bytes.Length);

    /// <summary>Brings near what <see cref="Add"/> and <see cref="MayContain"/> look at: worth it for many before the first.</summary>
    public void Approach(ulong hash)
    {
        foreach (var filter in filters)
        {
            filter.Approach(hash);
        }
    }

    public void Add(ulong hash)
    {
        if (room == 0)
        {
            Begin(Math.Min(size * Growth, MostAtOnce));
        }

        filters[^1].Add(hash);
        room--;
        Count++;
    }

    public bool MayContain(ulong hash)
    {
        foreach (var filter in filters)
        {
            if (filter.MayContain(hash))
            {
                return true;
            }
        }

        return false;
    }

    private void Begin(long count)
    {
        filters.Add(new ReferenceFilter(count, isSliced: true));
        (size, room) = (count, count);
    }
}
