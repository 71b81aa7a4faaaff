using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// One series of one entry, with what its algorithms need of the entry around it. Adding items can move the entry to another place: the view follows, so it is
/// handed on by reference wherever items are added.
/// </summary>
internal ref struct SeriesView
{
    private readonly EntryStore store;
    private readonly int entry;
    private readonly int number;
    private Span<byte> block;
    private ref EntryHeader header;
    private ref SeriesState state;
    private Span<RunningTotal> totals;

    /// <summary>A view of a series.</summary>
    /// <param name="store">The entries.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="number">The series.</param>
    /// <param name="block">The entry's block as it is now.</param>
    public SeriesView(EntryStore store, int entry, int number, Span<byte> block)
    {
        this.store = store;
        this.entry = entry;
        this.number = number;
        Layout = store.Plan.Series[number];
        Bind(block);
        LatestBucket = BucketTime.BucketOf(header.Latest, Layout.Width);
    }

    /// <summary>The entry's block; another one once the entry has grown by this view.</summary>
    public readonly Span<byte> Block => block;

    /// <summary>The series in the plan.</summary>
    public SeriesLayout Layout { get; }

    /// <summary>The entry's clock, in microseconds since the Unix epoch.</summary>
    public readonly long Latest => header.Latest;

    /// <summary>The bucket of the entry's clock; items are at most as old as it.</summary>
    public long LatestBucket { get; }

    /// <summary>How many items there are.</summary>
    public readonly int Count => state.Count;

    /// <summary>Whether a payment that may be inside a window was lost for want of room.</summary>
    public readonly bool Lost => state.Lost;

    /// <summary>The low bits of the latest bucket that lost a payment; meaningless unless <see cref="Lost"/>.</summary>
    public readonly ushort LostStamp => state.LostStamp;

    /// <summary>The items, oldest first; valid until items are added.</summary>
    public readonly Span<T> Items<T>()
        where T : unmanaged
        => EntryStore.Items<T>(block, state);

    /// <summary>Some bytes of a series of bytes.</summary>
    public readonly ReadOnlyMemory<byte> Bytes(int start, int length) => store.Bytes(entry, state, start, length);

    /// <summary>One of the series' windows.</summary>
    public readonly ref readonly WindowLayout Window(int window) => ref store.Plan.Layouts[window];

    /// <summary>A window's running total; valid until items are added.</summary>
    public readonly ref RunningTotal Total(int window) => ref totals[store.Plan.Layouts[window].Total];

    /// <summary>
    /// The age of the oldest bucket inside a window at a time, in buckets before <see cref="LatestBucket"/>; negative when the window starts after it.
    /// </summary>
    public readonly long OldestAge(long at, int window) => LatestBucket - store.Starts.OfWindow(window, at);

    /// <summary>The same of the oldest bucket inside the longest of the series' windows.</summary>
    public readonly long OldestAge(long at) => LatestBucket - store.Starts.OfSeries(number, at);

    /// <summary>When the bucket of an item leaves a window of a length.</summary>
    public readonly long EndOf(int stamp, long length) => BucketTime.EndOf(LatestBucket - Age(stamp, LatestBucket), length, Layout.Width);

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
    public readonly bool Misses(long oldestAge) => state.Lost && Age(state.LostStamp, LatestBucket) <= oldestAge;

    /// <summary>Adds an item behind the newest, or remembers that there was no room for it.</summary>
    public bool TryAppend<T>(in T item)
        where T : unmanaged
        => TryInsert(state.Count, item);

    /// <summary>Adds an item before another one, or behind all, or remembers that there was no room for it.</summary>
    public bool TryInsert<T>(int index, in T item)
        where T : unmanaged
    {
        if (!TryTake<T>(1))
        {
            return false;
        }

        state.Count++;
        var items = Items<T>();
        items[index..^1].CopyTo(items[(index + 1)..]);
        items[index] = item;
        return true;
    }

    /// <summary>Replaces all items, or drops them and remembers that there was no room for the new ones.</summary>
    /// <param name="items">The new items; not of this entry.</param>
    public bool TryReplace<T>(scoped ReadOnlySpan<T> items)
        where T : unmanaged
    {
        Clear<T>();
        if (!TryTake<T>(items.Length))
        {
            return false;
        }

        state.Count = (ushort)items.Length;
        items.CopyTo(Items<T>());
        return true;
    }

    /// <summary>Drops the oldest items.</summary>
    public readonly void DropOldest<T>(int count)
        where T : unmanaged
    {
        header.ContentBytes -= (ushort)(count * Unsafe.SizeOf<T>());
        state.Count -= (ushort)count;
        state.Head = (ushort)(state.Count == 0 ? 0 : state.Head + count);
    }

    /// <summary>Drops the newest items.</summary>
    public readonly void DropNewest<T>(int count)
        where T : unmanaged
    {
        header.ContentBytes -= (ushort)(count * Unsafe.SizeOf<T>());
        state.Count -= (ushort)count;
    }

    /// <summary>Drops all items.</summary>
    public readonly void Clear<T>()
        where T : unmanaged
        => DropOldest<T>(state.Count);

    /// <summary>Remembers that a payment of some bucket is missing.</summary>
    public readonly void Lose(ushort stamp) => state.LostStamp = stamp;

    /// <summary>Forgets that a payment is missing.</summary>
    public readonly void Recover() => state.LostStamp = SeriesState.NothingLost;

    private void Bind(Span<byte> current)
    {
        block = current;
        header = ref MemoryMarshal.AsRef<EntryHeader>(block);
        state = ref store.RunIn(block, number);
        totals = EntryStore.TotalsIn(block, store.Plan);
    }

    private bool TryTake<T>(int items)
        where T : unmanaged
    {
        var bytes = items * Unsafe.SizeOf<T>();
        if (header.ContentBytes + bytes > HistoryTable.MaximumWindowBytesPerEntry)
        {
            Lose((ushort)(LatestBucket & IBucket.StampMask));
            return false;
        }

        header.ContentBytes += (ushort)bytes;
        if (!state.HasRoom(items, Unsafe.SizeOf<T>()))
        {
            store.Reserve(entry, number, items);
            Bind(store.Block(entry));
        }

        return true;
    }
}
