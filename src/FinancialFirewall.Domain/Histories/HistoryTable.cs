using System.Buffers;
using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// The histories of one key space: of the debtor accounts of a partition, or, one table for each kind of key, of the devices, customers, merchants,
/// payees or cards of a shard. An entry is a key with when it was first seen, the devices it used and the state of each window of the plan.
/// Windows are (t − w, t] in whole buckets: 1 s up to one hour, 1 min up to 24 h, 1 h beyond; a window's start may be rounded earlier by less than
/// a bucket, never later. Each entry has a clock that never goes back: an earlier time is taken as the latest seen.
/// The same calls give the same state and the same snapshot bytes. Not safe for use from several threads at once.
/// </summary>
/// <remarks>What a payment goes through is not inlined into callers, so that the compiler has all its room for inlining what these methods are made of.</remarks>
public sealed class HistoryTable
{
    /// <summary>What stands for a key that has no entry.</summary>
    public const int Unseen = -1;

    /// <summary>The longest key in bytes.</summary>
    public const int MaximumKeyLength = 1000;

    /// <summary>How many devices an entry remembers; more make it forget the least recently used, which then counts as new again.</summary>
    public const int MaximumDevicesPerEntry = 256;

    /// <summary>The most history that one entry keeps, in bytes: its windows and its devices.</summary>
    public const int MaximumBytesPerEntry = 64 * 1024;

    /// <summary>The most bytes that the windows of one entry keep.</summary>
    internal const int MaximumWindowBytesPerEntry = MaximumBytesPerEntry - (MaximumDevicesPerEntry * sizeof(ulong));

    private readonly EntryStore entries;
    private readonly KeyIndex keys;
    private EntryApproach? approach;

    /// <summary>An empty table.</summary>
    /// <param name="plan">The windows that are kept for each entry.</param>
    public HistoryTable(WindowPlan plan)
    {
        Plan = plan;
        entries = new EntryStore(plan);
        keys = new KeyIndex(entries);
    }

    /// <summary>The windows that are kept for each entry.</summary>
    public WindowPlan Plan { get; }

    /// <summary>How many entries there are; they are numbered from 0 in the order in which they were added and never removed.</summary>
    public int Count => entries.Count;

    /// <summary>
    /// How often a payment could not be kept in a series because its entry would have outgrown <see cref="MaximumBytesPerEntry"/>. The windows of that
    /// series answer <see cref="AggregateKind.Unknown"/> until they have passed the payment.
    /// </summary>
    public long Outgrown { get; internal set; }

    /// <summary>The memory that the table holds, in bytes.</summary>
    public long AllocatedBytes => keys.AllocatedBytes + entries.AllocatedBytes;

    /// <summary>Where the next <see cref="Trim"/> goes on.</summary>
    internal int TrimNext { get; set; }

    /// <summary>Where the entries are kept.</summary>
    internal EntryStore Entries => entries;

    /// <summary>The entry of a key, or <see cref="Unseen"/>.</summary>
    /// <param name="key">The key's bytes.</param>
    /// <param name="hash">Any 64-bit hash of them; keys with equal hashes are told apart.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Find(ReadOnlySpan<byte> key, ulong hash) => keys.Find(key, hash);

    /// <summary>
    /// Brings the entry of a key near, so that calls which follow need not wait for memory: worth it for all payments of a batch before the first of them is
    /// decided, because those waits overlap. What is begun here goes on in the next calls, and <see cref="EndPrefetch"/> brings it to its end.
    /// </summary>
    /// <param name="hash">The key's hash; that of a key without an entry does no harm.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Prefetch(ulong hash) => (approach ??= new EntryApproach(entries, keys)).Add(hash);

    /// <summary>Brings the last entries near that <see cref="Prefetch"/> was called for.</summary>
    public void EndPrefetch() => approach?.Finish();

    /// <summary>The entry of a key, which is added if need be.</summary>
    /// <param name="key">The key's bytes, at most <see cref="MaximumKeyLength"/>.</param>
    /// <param name="hash">The same 64-bit hash of them as in every other call.</param>
    /// <param name="firstSeen">When it was first seen; used only if it is added.</param>
    /// <exception cref="ArgumentException">The key is too long.</exception>
    public int GetOrAdd(ReadOnlySpan<byte> key, ulong hash, Instant firstSeen)
    {
        var entry = keys.Find(key, hash);
        return entry >= 0 ? entry : Add(key, hash, firstSeen);
    }

    /// <summary>An entry's key.</summary>
    public ReadOnlySpan<byte> Key(int entry) => entries.Key(entry);

    /// <summary>The hash that an entry's key was added with.</summary>
    public ulong Hash(int entry) => Entry(entry).Header.KeyHash;

    /// <summary>When an entry was first seen.</summary>
    public Instant FirstSeen(int entry) => new(Entry(entry).Header.FirstSeen);

    /// <summary>An entry's clock: the latest time at which anything happened to it.</summary>
    public Instant Latest(int entry) => new(Entry(entry).Header.Latest);

    /// <summary>
    /// Whether a device was never used here and some other one was. Only <see cref="MaximumDevicesPerEntry"/> devices are remembered; an older one counts
    /// as new, which errs to the severe side.
    /// </summary>
    /// <param name="entry">The entry, or <see cref="Unseen"/>, for which no device is new.</param>
    /// <param name="deviceHash">A 64-bit hash of the device.</param>
    public bool IsNewDevice(int entry, ulong deviceHash) => entry != Unseen && DeviceSeries.IsNew(entries.Devices(entry), deviceHash);

    /// <summary>Remembers that a device was used.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void SeeDevice(int entry, ulong deviceHash) => DeviceSeries.See(entries, entry, deviceHash);

    /// <summary>
    /// What every window of an entry answers at a time, with one payment included as if it were accepted; only
    /// <see cref="AggregateFunction.Last"/> answers the payment before it. Nothing is changed.
    /// </summary>
    /// <param name="entry">The entry, or <see cref="Unseen"/>.</param>
    /// <param name="at">When the payment is assessed.</param>
    /// <param name="contributions">What the payment adds to each window of the plan.</param>
    /// <param name="values">Takes the value of each window of the plan; texts are valid until the table is next changed.</param>
    /// <exception cref="ArgumentException">There are fewer contributions or values than windows.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Measure(int entry, Instant at, ReadOnlySpan<Contribution> contributions, Span<AggregateValue> values)
        => Measurement.Measure(this, entry, at.UnixMicroseconds, contributions[..Plan.Layouts.Length], values[..Plan.Layouts.Length]);

    /// <summary>
    /// Takes a payment in: counts, distinct values and last values always, sums, averages, minima and maxima only if it was accepted. A payment that
    /// cannot be evaluated for a window is left out of it.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="at">When the payment was assessed.</param>
    /// <param name="contributions">What the payment adds to each window of the plan.</param>
    /// <param name="payment">The packed payment, in which contributed texts are found.</param>
    /// <param name="accepted">Whether the decision was not REJECT; always so where payments are only observed.</param>
    /// <returns>The time under which it was recorded, which a later <see cref="Release"/> names.</returns>
    /// <exception cref="ArgumentException">There are fewer contributions than windows.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Instant Record(int entry, Instant at, ReadOnlySpan<Contribution> contributions, ReadOnlySpan<byte> payment, bool accepted)
    {
        var view = Entry(entry);
        view.Advance(at.UnixMicroseconds);
        Outgrown += Recording.Record(view, contributions[..Plan.Layouts.Length], payment, accepted);
        return new Instant(view.Header.Latest);
    }

    /// <summary>
    /// Takes amounts of an earlier payment out of the sums and averages whose windows still hold the bucket in which it was recorded. Minima and maxima keep
    /// it until it leaves their window, because what it hid is no longer known; counts, distinct and last values keep it by definition.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="at">When it is released; later payments see it gone.</param>
    /// <param name="recordedAt">The time under which it was recorded.</param>
    /// <param name="amounts">
    /// How much to take out of each window of the plan, as a contribution: only windows in which the payment was recorded may count, and with no more
    /// than what is left of it.
    /// </param>
    /// <param name="entirely">
    /// Whether the payment as a whole is undone, so that averages are over one payment less; <see langword="false"/> for refunds and the like,
    /// which take out money only.
    /// </param>
    /// <exception cref="ArgumentException">There are fewer amounts than windows.</exception>
    public void Release(int entry, Instant at, Instant recordedAt, ReadOnlySpan<Contribution> amounts, bool entirely)
    {
        amounts = amounts[..Plan.Layouts.Length];
        var view = Entry(entry);
        view.Advance(at.UnixMicroseconds);
        for (var i = 0; i < Plan.Series.Length; i++)
        {
            var series = Plan.Series[i];
            ref readonly var amount = ref amounts[series.Windows[0]];
            if (series.Kind != SeriesKind.Sum || !amount.Counts || amount.Unknown)
            {
                continue;
            }

            var bucket = BucketTime.BucketOf(recordedAt.UnixMicroseconds, series.Width);
            var buckets = view.Series(i);
            if (!RunningSeries.Release(ref buckets, bucket, amount.Number, entirely))
            {
                Outgrown++;
                view.Header.Unsettle();
            }
        }
    }

    /// <summary>
    /// Gives back the memory of buckets that no window can see any more. Each call goes on where the one before stopped and moves the clocks of the
    /// entries that it visits to <paramref name="now"/>.
    /// </summary>
    /// <param name="now">The time of the owner's clock, which never goes back.</param>
    /// <param name="budget">The most entries to visit.</param>
    /// <returns>How many bytes of history were dropped.</returns>
    public long Trim(Instant now, int budget)
    {
        var dropped = 0L;
        for (var visits = Math.Min(budget, Count); visits > 0; visits--)
        {
            TrimNext = TrimNext < Count ? TrimNext : 0;
            var view = Entry(TrimNext++);
            dropped += view.Header.ContentBytes;
            if (view.Header.ContentBytes > 0)
            {
                view.Advance(now.UnixMicroseconds);
            }

            dropped -= view.Header.ContentBytes;
            entries.Shrink(TrimNext - 1);
        }

        return dropped;
    }

    /// <summary>
    /// The same entries under another plan; this table stays as it is, and is the answer itself where the plan says the same and nothing is filled. A window keeps its history if its id is in this table's plan, else takes that
    /// of the same id in <paramref name="filled"/>, else starts empty; windows that are not in <paramref name="next"/> are dropped.
    /// <para>
    /// To fill new windows while payments come in: record the stored payments, oldest first, into a table of the new windows alone, follow the
    /// journal until nothing is left to read, and then, before the next payment is decided, replan with it.
    /// </para>
    /// </summary>
    /// <param name="next">The other plan.</param>
    /// <param name="filled">A table that holds the history of new windows, or <see langword="null"/>.</param>
    public HistoryTable Replan(WindowPlan next, HistoryTable? filled = null)
        => filled is null && next.Windows.SequenceEqual(Plan.Windows) ? this : Replanning.Replan(this, next, filled);

    /// <summary>This table with those entries only that are kept, under other numbers; this one stays as it is.</summary>
    /// <param name="isKept">Whether an entry is kept.</param>
    public HistoryTable Keep(Func<int, bool> isKept) => Replanning.Keep(this, isKept);

    /// <summary>Writes the whole table in the form that <see cref="HistorySnapshot"/> draws.</summary>
    public void WriteTo(IBufferWriter<byte> output) => new SnapshotWriter(output).Write(this);

    /// <summary>Reads what <see cref="WriteTo"/> wrote. The table behaves, and is written, as the one that was written.</summary>
    /// <returns>The table, or what is wrong with the bytes.</returns>
    public static Result<HistoryTable> ReadFrom(ReadOnlySpan<byte> snapshot) => new SnapshotReader(snapshot).Read();

    /// <summary>Adds a key that has no entry.</summary>
    internal int Add(ReadOnlySpan<byte> key, ulong hash, Instant firstSeen)
    {
        if (key.Length > MaximumKeyLength)
        {
            throw new ArgumentException($"A key of {key.Length} bytes is longer than {MaximumKeyLength}.", nameof(key));
        }

        var entry = entries.Add(key);
        keys.Add(entry, hash);
        ref var header = ref Entry(entry).Header;
        header.KeyHash = hash;
        header.FirstSeen = firstSeen.UnixMicroseconds;
        header.Latest = firstSeen.UnixMicroseconds;
        return entry;
    }

    /// <summary>An entry's state.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal EntryView Entry(int entry) => new(entries, entry);
}
