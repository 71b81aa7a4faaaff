using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// The short way of measuring an entry whose windows are settled (<see cref="EntryHeader.IsSettledAt"/>): what its windows answer is in the running totals. Whatever is
/// not that simple is left to the longer way, which gives the same.
/// </summary>
/// <remarks>As in <see cref="QuickRecording"/> the entry is its first byte: each variable more is one that does not stay in a register.</remarks>
internal readonly ref struct SettledEntry
{
    private readonly WindowPlan plan;
    private readonly ref byte first;

    /// <summary>The short way for an entry.</summary>
    /// <param name="plan">The windows of each entry.</param>
    /// <param name="block">The entry's block as it is now.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SettledEntry(WindowPlan plan, Span<byte> block)
    {
        this.plan = plan;
        first = ref MemoryMarshal.GetReference(block);
    }

    /// <summary>Measures a window.</summary>
    /// <param name="layout">The window.</param>
    /// <param name="contribution">What the payment adds to it; not unknown.</param>
    /// <param name="value">Takes the value.</param>
    /// <returns>False where the longer way has to be taken.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryMeasure(in WindowLayout layout, in Contribution contribution, ref AggregateValue value)
    {
        if (layout.Function is AggregateFunction.Count or AggregateFunction.Sum)
        {
            ref var totals = ref Unsafe.As<byte, RunningTotal>(ref Unsafe.Add(ref first, plan.TotalsOffset));
            var added = !contribution.Counts ? 0 : layout.Function == AggregateFunction.Count ? 1 : contribution.Number;
            if (!Unsafe.Add(ref totals, layout.Total).TrySum(added, out var sum))
            {
                return false;
            }

            value.SetNumber(sum);
            return true;
        }

        if (layout.Function != AggregateFunction.Distinct || layout.Length != plan.Series[layout.Series].Longest)
        {
            return false;
        }

        ref var run = ref Unsafe.Add(ref Unsafe.As<byte, SeriesState>(ref Unsafe.Add(ref first, plan.SeriesOffset)), layout.Series);
        var items = MemoryMarshal.CreateReadOnlySpan(ref QuickRecording.ItemAt<ValueBucket>(ref first, run, 0), run.Count);
        DistinctSeries.Measure(items, contribution.Counts, Measurement.DistinctBits(contribution, layout.OverText), ref value);
        return true;
    }
}
