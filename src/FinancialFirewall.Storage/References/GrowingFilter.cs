namespace FinancialFirewall.Storage.References;

/// <summary>
/// A filter for so many references as come: when one is full, the next is <see cref="Growth"/> times as large. Who knows about how many will come says so, and then
/// one filter answers for nearly all of them.
/// </summary>
/// <param name="expected">How many references will come, about.</param>
internal sealed class GrowingFilter(long expected)
{
    private const int Growth = 4;
    private const int LeastExpected = 64;

    private readonly List<ReferenceFilter> full = [];
    private ReferenceFilter filling = new(Math.Max(expected, LeastExpected));
    private long room = Math.Max(expected, LeastExpected);
    private long size = Math.Max(expected, LeastExpected);

    /// <summary>The size of all filters, in bytes.</summary>
    public long AllocatedBytes => filling.Bytes.Length + full.Sum(static filter => (long)filter.Bytes.Length);

    /// <summary>Brings near what <see cref="Add"/> and <see cref="MayContain"/> look at: worth it for many before the first.</summary>
    public void Approach(ulong hash)
    {
        filling.Approach(hash);
        foreach (var filter in full)
        {
            filter.Approach(hash);
        }
    }

    public void Add(ulong hash)
    {
        if (room == 0)
        {
            full.Add(filling);
            (size, room) = (size * Growth, size * Growth);
            filling = new ReferenceFilter(size);
        }

        filling.Add(hash);
        room--;
    }

    public bool MayContain(ulong hash)
    {
        foreach (var filter in full)
        {
            if (filter.MayContain(hash))
            {
                return true;
            }
        }

        return filling.MayContain(hash);
    }
}
