using System.Runtime.CompilerServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>One series of one entry, with what its algorithms need of the entry around it.</summary>
internal readonly ref struct SeriesView
{
    private readonly ref EntryHeader entry;
    private readonly ref SeriesState state;
    private readonly Span<RunningTotal> totals;
    private readonly BlockPool pool;
    private readonly WindowPlan plan;

    public SeriesView(WindowPlan plan, BlockPool pool, ref EntryHeader entry, ref SeriesState state, Span<RunningTotal> totals, int number)
    {
        this.plan = plan;
        this.pool = pool;
        this.entry = ref entry;
        this.state = ref state;
        this.totals = totals;
        Layout = plan.Series[number];
    }

    /// <summary>The series in the plan.</summary>
    public SeriesLayout Layout { get; }

    /// <summary>The entry's clock, in microseconds since the Unix epoch.</summary>
    public long Latest => entry.Latest;

    /// <summary>The bucket of the entry's clock; items are at most as old as it.</summary>
    public long LatestBucket => BucketTime.BucketOf(entry.Latest, Layout.Width);

    /// <summary>How many items there are.</summary>
    public int Count => state.Count;

    /// <summary>Whether a payment that may be inside a window was lost for want of room.</summary>
    public bool Lost => state.Lost;

    /// <summary>The items, oldest first.</summary>
    public Span<T> Items<T>()
        where T : unmanaged
        => pool.Items<T>(state);

    /// <summary>Some bytes of a series of bytes.</summary>
    public ReadOnlyMemory<byte> Bytes(int start, int length) => pool.Bytes(state, start, length);

    /// <summary>One of the series' windows.</summary>
    public WindowLayout Window(int window) => plan.Layouts[window];

    /// <summary>A window's running total.</summary>
    public ref RunningTotal Total(int window) => ref totals[plan.Layouts[window].Total];

    /// <summary>
    /// The age of the oldest bucket inside a window at a time, in buckets before <see cref="LatestBucket"/>; negative when the window starts after it.
    /// </summary>
    public long OldestAge(long at, long length) => LatestBucket - BucketTime.FirstBucket(at, length, Layout.Width);

    /// <summary>How many buckets before <paramref name="latestBucket"/> a stamp stands for.</summary>
    public static int Age(int stamp, long latestBucket) => (int)(latestBucket - stamp) & IBucket.StampMask;

    /// <summary>How many of the items, which are ordered by age, are older than a window reaches.</summary>
    public static int Before<T>(ReadOnlySpan<T> items, long latestBucket, long oldestAge)
        where T : unmanaged, IBucket
    {
        var (low, high) = (0, items.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = Age(items[middle].Stamp, latestBucket) > oldestAge ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Whether a window that reaches back to an age misses a payment that was lost for want of room.</summary>
    public bool Misses(long oldestAge) => state.Lost && Age(state.LostStamp, LatestBucket) <= oldestAge;

    /// <summary>Adds an item behind the newest, or remembers that there was no room for it.</summary>
    public bool TryAppend<T>(in T item)
        where T : unmanaged
    {
        if (!TryTake(Unsafe.SizeOf<T>()))
        {
            return false;
        }

        pool.Append(ref state, item);
        return true;
    }

    /// <summary>Adds an item before another one, or remembers that there was no room for it.</summary>
    public bool TryInsert<T>(int index, in T item)
        where T : unmanaged
    {
        if (!TryTake(Unsafe.SizeOf<T>()))
        {
            return false;
        }

        pool.Insert(ref state, index, item);
        return true;
    }

    /// <summary>Replaces all items, or drops them and remembers that there was no room for the new ones.</summary>
    public bool TryReplace<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        Clear<T>();
        if (!TryTake(items.Length * Unsafe.SizeOf<T>()))
        {
            return false;
        }

        pool.Replace(ref state, items);
        return true;
    }

    /// <summary>Drops the oldest items.</summary>
    public void DropOldest<T>(int count)
        where T : unmanaged
    {
        entry.ContentBytes -= count * Unsafe.SizeOf<T>();
        pool.DropOldest<T>(ref state, count);
    }

    /// <summary>Drops the newest items.</summary>
    public void DropNewest<T>(int count)
        where T : unmanaged
    {
        entry.ContentBytes -= count * Unsafe.SizeOf<T>();
        pool.DropNewest<T>(ref state, count);
    }

    /// <summary>Drops all items.</summary>
    public void Clear<T>()
        where T : unmanaged
    {
        entry.ContentBytes -= state.Count * Unsafe.SizeOf<T>();
        pool.Clear(ref state);
    }

    /// <summary>The low bits of the latest bucket that lost a payment; meaningless unless <see cref="Lost"/>.</summary>
    public ushort LostStamp => state.LostStamp;

    /// <summary>Remembers that a payment of some bucket is missing.</summary>
    public void Lose(ushort stamp)
    {
        state.Lost = true;
        state.LostStamp = stamp;
    }

    /// <summary>Forgets that a payment is missing.</summary>
    public void Recover() => state.Lost = false;

    private bool TryTake(int bytes)
    {
        if (entry.ContentBytes + bytes > HistoryTable.MaximumWindowBytesPerEntry)
        {
            Lose((ushort)(LatestBucket & IBucket.StampMask));
            return false;
        }

        entry.ContentBytes += bytes;
        return true;
    }
}
