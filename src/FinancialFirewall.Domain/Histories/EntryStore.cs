using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Bytes;

namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// The entries of a table, each in one block, so that a payment touches a few neighbouring cache lines and not a graph of objects:
/// <code>
///  +--------+----------------+-------------------+-----+---------------+---- … ----+
///  | header | running totals | runs              | key | items, by run | its room  |   a run: a series of the plan; the last one: the devices, whose items come first
///  +--------+----------------+-------------------+-----+---------------+---- … ----+
/// </code>
/// What stands before the key never moves within a block; a block that becomes too small is exchanged for a larger one, after which whoever holds references into
/// the old one has to take them again. The last run has all the room that is left in the block, and gives of it to the others.
/// </summary>
internal sealed class EntryStore(WindowPlan plan)
{
    /// <summary>What starts and lengths of runs are counted in, in bytes.</summary>
    public const int Unit = 4;

    private const int NearBytes = 1024;
    private const int ReclaimShare = 4;
    private const int SlackShare = 4;

    private readonly BlockPool pool = new();

    // Where each entry is, so that nobody has to look into the pool for that: its pages are many, and mostly far.
    private BlockPlace[] places = [];

    /// <summary>The windows of each entry.</summary>
    public WindowPlan Plan => plan;

    /// <summary>Where the windows start.</summary>
    public WindowStarts Starts { get; } = new(plan);

    /// <summary>How many entries there are.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of all arrays.</summary>
    public long AllocatedBytes => pool.AllocatedBytes + (places.Length * Unsafe.SizeOf<BlockPlace>());

    /// <summary>The run that holds an entry's devices.</summary>
    public int DeviceRun => plan.Series.Length;

    // The run that has no other one's items behind it: of a series, or where there are none the devices.
    private int LastRun => Math.Max(plan.Series.Length - 1, 0);

    /// <summary>Adds an entry and returns its number.</summary>
    public int Add(ReadOnlySpan<byte> key)
    {
        if (Count == places.Length)
        {
            Array.Resize(ref places, Math.Max(16, places.Length * 2));
        }

        var used = plan.RowBytes + RoundUp(key.Length);
        var sizeClass = BlockSizes.ClassOf(used);
        places[Count] = pool.Rent(sizeClass);
        var block = Block(Count);
        block[..used].Clear();
        key.CopyTo(block[plan.RowBytes..]);
        ref var header = ref Header(Count);
        (header.KeyLength, header.SizeClass) = ((ushort)key.Length, (ushort)sizeClass);
        var runs = Runs(block);
        foreach (ref var run in runs)
        {
            (run.Start, run.LostStamp) = ((ushort)(used / Unit), SeriesState.NothingLost);
        }

        runs[LastRun].Room = (ushort)((block.Length - used) / Unit);
        return Count++;
    }

    /// <summary>An entry's header; valid until the entry grows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref EntryHeader Header(int entry) => ref HeaderOf(Block(entry));

    /// <summary>An entry's key; valid until the entry grows.</summary>
    public ReadOnlySpan<byte> Key(int entry) => Block(entry).Slice(plan.RowBytes, Header(entry).KeyLength);

    /// <summary>An entry's block; valid until the entry grows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Block(int entry)
    {
        var bytes = places[entry].Bytes;
        GC.KeepAlive(this);
        return bytes;
    }

    /// <summary>Asks for the memory that says where an entry is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ApproachPlace(int entry) => CacheLines.Approach(in places[entry]);

    /// <summary>Asks for the cache lines of an entry, the first ones of a long one, so that they are near when it is worked on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Approach(int entry)
    {
        var block = Block(entry);
        CacheLines.Approach(block[..Math.Min(NearBytes, block.Length)]);
    }

    /// <summary>Whether an entry has a key of a hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasKey(int entry, ReadOnlySpan<byte> key, ulong hash)
    {
        var block = Block(entry);
        ref readonly var header = ref HeaderOf(block);
        return header.KeyHash == hash && header.KeyLength == key.Length && ShortBytes.Equal(block.Slice(plan.RowBytes, key.Length), key);
    }

    /// <summary>The header that an entry's block begins with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref EntryHeader HeaderOf(Span<byte> block) => ref MemoryMarshal.AsRef<EntryHeader>(block);

    /// <summary>The running totals in an entry's block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<RunningTotal> TotalsIn(Span<byte> block, WindowPlan plan)
        => MemoryMarshal.Cast<byte, RunningTotal>(block[plan.TotalsOffset..plan.SeriesOffset]);

    /// <summary>A run's state; valid until the entry grows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref SeriesState Run(int entry, int run) => ref RunIn(Block(entry), run);

    /// <summary>A run's state in an entry's block.</summary>
    public ref SeriesState RunIn(Span<byte> block, int run) => ref RunIn(block, plan, run);

    /// <summary>A run's state in an entry's block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref SeriesState RunIn(Span<byte> block, WindowPlan plan, int run)
        => ref MemoryMarshal.AsRef<SeriesState>(block[(plan.SeriesOffset + (run * Unsafe.SizeOf<SeriesState>()))..]);

    /// <summary>The items of a run, oldest first; valid until the entry changes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<T> Items<T>(Span<byte> block, in SeriesState run)
        where T : unmanaged
    {
        // As a cast would do, but without dividing by the items' size.
        var bytes = block.Slice((run.Start * Unit) + (run.Head * Unsafe.SizeOf<T>()), run.Count * Unsafe.SizeOf<T>());
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetReference(bytes)), run.Count);
    }

    /// <summary>Adds an item behind the newest of a series; the entry's block may be another one afterwards.</summary>
    /// <returns>False, with nothing changed, where the entry may not grow.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool TryAppend<T>(int entry, int series, T item)
        where T : unmanaged
    {
        var block = Block(entry);
        if (HeaderOf(block).ContentBytes + Unsafe.SizeOf<T>() > HistoryTable.MaximumWindowBytesPerEntry)
        {
            return false;
        }

        if (!RunIn(block, plan, series).HasRoom(1, Unsafe.SizeOf<T>()))
        {
            Reserve(entry, series, 1);
            block = Block(entry);
        }

        HeaderOf(block).ContentBytes += (ushort)Unsafe.SizeOf<T>();
        ref var run = ref RunIn(block, plan, series);
        run.Count++;
        Items<T>(block, run)[^1] = item;
        return true;
    }

    /// <summary>The bytes of a run of bytes; valid until the entry changes.</summary>
    public ReadOnlyMemory<byte> Bytes(int entry, in SeriesState run, int start, int length)
        => pool.PageOf(places[entry].Block).AsMemory(BlockPool.StartOf(places[entry].Block) + (run.Start * Unit) + run.Head + start, length);

    /// <summary>The devices of an entry, least recently used first; valid until the entry changes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<ulong> Devices(int entry)
    {
        var block = Block(entry);
        return Items<ulong>(block, RunIn(block, DeviceRun));
    }

    /// <summary>Makes room behind the items of a run; the entry's block may be another one afterwards.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="run">The run.</param>
    /// <param name="items">How many more items it is to take.</param>
    public void Reserve(int entry, int run, int items)
    {
        ref var state = ref Run(entry, run);
        var size = plan.ItemBytes[run];
        if (state.HasRoom(items, size))
        {
            return;
        }

        // Moving the items to the start must pay: where little would be gained by it, the run is given more room as well. The last one has what is left of a larger block.
        var needsNoSlack = state.Head * ReclaimShare >= state.Head + state.Count || (run == LastRun && state.Head == 0);
        if (state.Head > 0)
        {
            var room = Block(entry).Slice(state.Start * Unit, state.Room * Unit);
            room.Slice(state.Head * size, state.Count * size).CopyTo(room);
            state.Head = 0;
        }

        var wanted = (state.Count + items + (needsNoSlack ? 0 : state.Count / SlackShare)) * size;
        if (wanted > state.Room * Unit)
        {
            Widen(entry, run, RoundUp(wanted) / Unit);
        }
    }

    /// <summary>Moves an entry into a smaller block if it fills less than half of its own.</summary>
    public void Shrink(int entry)
    {
        var wanted = BlockSizes.ClassOf(TightBytes(entry, run: -1, 0));
        if (BlockSizes.All[wanted] * 2 <= BlockSizes.All[Header(entry).SizeClass])
        {
            Move(entry, wanted, run: -1, 0);
        }
    }

    private static int RoundUp(int bytes) => (bytes + Unit - 1) & -Unit;

    private Span<SeriesState> Runs(Span<byte> block)
        => MemoryMarshal.Cast<byte, SeriesState>(block.Slice(plan.SeriesOffset, (plan.Series.Length + 1) * Unsafe.SizeOf<SeriesState>()));

    private void Widen(int entry, int run, int room)
    {
        var block = Block(entry);
        var runs = Runs(block);
        ref var last = ref runs[LastRun];
        var more = room - runs[run].Room;
        var end = (last.Start * Unit) + ((last.Head + last.Count) * plan.ItemBytes[LastRun]);
        if (run == LastRun || end + (more * Unit) > block.Length)
        {
            Move(entry, BlockSizes.ClassOf(TightBytes(entry, run, room)), run, room);
            return;
        }

        var start = (runs[run].Start + runs[run].Room) * Unit;
        block[start..end].CopyTo(block[(start + (more * Unit))..]);
        runs[run].Room = (ushort)room;
        last.Room -= (ushort)more;
        for (var i = run == DeviceRun ? 0 : run + 1; i < DeviceRun; i++)
        {
            runs[i].Start += (ushort)more;
        }
    }

    /// <summary>How many bytes an entry takes without slack, one run excepted.</summary>
    private int TightBytes(int entry, int run, int room)
    {
        var runs = Runs(Block(entry));
        var bytes = plan.RowBytes + RoundUp(Header(entry).KeyLength);
        for (var i = 0; i < runs.Length; i++)
        {
            bytes += i == run ? room * Unit : RoundUp(runs[i].Count * plan.ItemBytes[i]);
        }

        return bytes;
    }

    private void Move(int entry, int sizeClass, int run, int room)
    {
        var old = Block(entry);
        var (oldBlock, oldClass) = (places[entry].Block, Header(entry).SizeClass);
        pool.ApproachPage(oldBlock);
        var used = plan.RowBytes + RoundUp(Header(entry).KeyLength);
        places[entry] = pool.Rent(sizeClass);
        var block = Block(entry);
        old[..used].CopyTo(block);

        // What is known of the runs is asked of the old block: the copy was only just written, in pieces that a smaller one would have to wait for.
        var before = Runs(old);
        var runs = Runs(block);
        for (var n = 0; n < runs.Length; n++)
        {
            // The devices first: every payment asks for them, and behind long series they would be far from what is brought near.
            var i = n == 0 ? DeviceRun : n - 1;
            ref readonly var left = ref before[i];
            ref var state = ref runs[i];
            var size = plan.ItemBytes[i];
            ShortBytes.Copy(old.Slice((left.Start * Unit) + (left.Head * size), left.Count * size), block[used..]);
            var given = i == run ? room : RoundUp(left.Count * size) / Unit;
            (state.Start, state.Room, state.Head) = ((ushort)(used / Unit), (ushort)given, 0);
            used += given * Unit;
        }

        runs[LastRun].Room += (ushort)((block.Length - used) / Unit);
        HeaderOf(block).SizeClass = (ushort)sizeClass;
        pool.Return(oldBlock, oldClass);
    }
}
