using System.Runtime.CompilerServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// The short way of measuring an entry whose windows are settled (<see cref="EntryHeader.IsSettledAt"/>): what its windows answer is in the running totals. Whatever is
/// not that simple is left to the longer way, which gives the same.
/// </summary>
internal readonly ref struct SettledEntry
{
    private readonly WindowPlan plan;
    private readonly Span<byte> block;
    private readonly Span<RunningTotal> totals;

    /// <summary>The short way for an entry.</summary>
    /// <param name="plan">The windows of each entry.</param>
    /// <param name="block">The entry's block as it is now.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SettledEntry(WindowPlan plan, Span<byte> block)
    {
        this.plan = plan;
        this.block = block;
        totals = EntryStore.TotalsIn(block, plan);
    }

    /// <summary>Measures a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="contribution">What the payment adds to it; not unknown.</param>
    /// <param name="value">Takes the value.</param>
    /// <returns>False where the longer way has to be taken.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryMeasure(int window, in Contribution contribution, ref AggregateValue value)
    {
        ref readonly var layout = ref plan.Layouts[window];
        if (layout.Function is AggregateFunction.Count or AggregateFunction.Sum)
        {
            var added = !contribution.Counts ? 0 : layout.Function == AggregateFunction.Count ? 1 : contribution.Number;
            if (totals[layout.Total].TrySum(added, out var sum))
            {
                value.SetNumber(sum);
            }
            else
            {
                value = AggregateValue.Unknown;
            }

            return true;
        }

        if (layout.Function != AggregateFunction.Distinct || layout.Length != plan.Series[layout.Series].Longest)
        {
            return false;
        }

        var items = EntryStore.Items<ValueBucket>(block, EntryStore.RunIn(block, plan, layout.Series));
        DistinctSeries.Measure(items, contribution.Counts, Measurement.DistinctBits(contribution, layout.OverText), ref value);
        return true;
    }
}
