using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// The short way of recording a payment at an entry's clock, when what has left the windows is out of their totals: a payment then changes nothing but those and the newest items of
/// each series. Whatever is not that simple is left to the longer way, which gives the same.
/// </summary>
/// <remarks>
/// Every payment goes through here, so an entry is its first byte, which is in a register: what a block holds before its key is as long as the plan says, and what a run has room for lies
/// inside the block (<see cref="EntryStore"/>).
/// </remarks>
internal static class QuickRecording
{
    /// <summary>Takes a payment into series, one after the other, until one has to take the longer way.</summary>
    /// <param name="store">The entries.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="from">The first series.</param>
    /// <param name="contributions">What the payment adds to each window of the plan.</param>
    /// <param name="buckets">The bucket of the entry's clock in each series.</param>
    /// <param name="accepted">Whether it takes part in sums.</param>
    /// <returns>The series that has to take the longer way, in which nothing was changed; how many series there are where none has to.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Record(EntryStore store, int entry, int from, ReadOnlySpan<Contribution> contributions, ReadOnlySpan<long> buckets, bool accepted)
    {
        ref var first = ref FirstOf(store, entry);
        var steps = store.Plan.Steps;
        for (var i = from; i < steps.Length; i++)
        {
            ref readonly var step = ref steps[i];
            ref readonly var contribution = ref contributions[step.Window];
            if (!contribution.Counts || contribution.Unknown)
            {
                continue;
            }

            // The usual kinds first: a jump by a table would cost more than these questions.
            ref var run = ref Unsafe.Add(ref Unsafe.As<byte, SeriesState>(ref Unsafe.Add(ref first, store.Plan.SeriesOffset)), i);
            if (step.Kind == SeriesKind.Count)
            {
                var added = CountBucket.First(buckets[i]);
                if (!TryCount(ref first, run, added) && !TryPlace(ref first, ref run, added))
                {
                    if (!store.TryAppend(entry, i, added))
                    {
                        return i;
                    }

                    first = ref FirstOf(store, entry);
                }

                AddToTotals(ref first, store.Plan, step, added);
            }
            else if (step.Kind == SeriesKind.Sum && accepted)
            {
                var added = new ValueBucket(contribution.Number, buckets[i], 1);
                if (!TryAdd(ref first, run, added) && !TryPlace(ref first, ref run, added))
                {
                    if (!store.TryAppend(entry, i, added))
                    {
                        return i;
                    }

                    first = ref FirstOf(store, entry);
                }

                AddToTotals(ref first, store.Plan, step, added);
            }
            else if (step.Kind == SeriesKind.Distinct)
            {
                var added = new ValueBucket(Measurement.DistinctBits(contribution, step.OverText), buckets[i], 0);
                if (!TryRenew(ref first, run, added) && !TryPlace(ref first, ref run, added))
                {
                    if (!store.TryAppend(entry, i, added))
                    {
                        return i;
                    }

                    first = ref FirstOf(store, entry);
                }
            }
            else if (step.Kind != SeriesKind.Sum)
            {
                return i;
            }
        }

        return steps.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte FirstOf(EntryStore store, int entry) => ref MemoryMarshal.GetReference(store.Block(entry));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref T ItemAt<T>(ref byte first, in SeriesState run, int index)
        where T : unmanaged
        => ref Unsafe.As<byte, T>(ref Unsafe.Add(ref first, (run.Start * EntryStore.Unit) + ((run.Head + index) * Unsafe.SizeOf<T>())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryCount(ref byte first, in SeriesState run, CountBucket added)
    {
        ref var newest = ref ItemAt<CountBucket>(ref first, run, run.Count - 1);
        if (run.Count == 0 || newest.Stamp != added.Stamp || newest.Payments == CountBucket.MaximumPayments)
        {
            return false;
        }

        newest = newest.Next();
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryAdd(ref byte first, in SeriesState run, in ValueBucket added)
        => run.Count > 0 && ItemAt<ValueBucket>(ref first, run, run.Count - 1).TryJoin(added);

    // Makes the value the newest where it is one of the items, or where they are as many as are kept.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryRenew(ref byte first, in SeriesState run, in ValueBucket added)
    {
        var items = MemoryMarshal.CreateSpan(ref ItemAt<ValueBucket>(ref first, run, 0), run.Count);
        var place = DistinctSeries.IndexOf(items, added.Value);
        if (place < 0 && items.Length < AggregateValue.MaximumDistinct)
        {
            return false;
        }

        DistinctSeries.Renew(items, Math.Max(place, 0), added);
        return true;
    }

    // Adds an item behind the newest where the run has room for it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryPlace<T>(ref byte first, ref SeriesState run, T item)
        where T : unmanaged
    {
        ref var header = ref Unsafe.As<byte, EntryHeader>(ref first);
        if (!run.HasRoom(1, Unsafe.SizeOf<T>()) || header.ContentBytes + Unsafe.SizeOf<T>() > HistoryTable.MaximumWindowBytesPerEntry)
        {
            return false;
        }

        header.ContentBytes += (ushort)Unsafe.SizeOf<T>();
        ItemAt<T>(ref first, run, run.Count++) = item;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddToTotals<T>(ref byte first, WindowPlan plan, in RecordingStep step, in T added)
        where T : unmanaged, IBucket
    {
        ref var totals = ref Unsafe.As<byte, RunningTotal>(ref Unsafe.Add(ref first, plan.TotalsOffset));
        added.AddTo(ref Unsafe.Add(ref totals, step.Total));
        foreach (var more in step.MoreTotals)
        {
            added.AddTo(ref Unsafe.Add(ref totals, more));
        }
    }
}
