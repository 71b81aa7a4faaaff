using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Grains.Trials;

/// <summary>
/// Where the windows of a policy stand in records that other policies decided. A record keeps what each window of its own policy said, so that what both have needs no second
/// asking: it is exactly what decided, whatever the order was in which shards were asked.
/// </summary>
internal sealed class RecordedWindows
{
    private readonly AggregateValue[] values = new AggregateValue[WindowDefinition.MaximumPerPolicy];
    private readonly string[] ids;
    private readonly int[] all;
    private CompiledPolicy? latest;
    private int[] places = [];
    private int[] missing = [];
    private bool isInPlace;

    /// <summary>Looks for the windows of a policy, and of all that differ from it in lists, toggles and rates alone.</summary>
    public RecordedWindows(CompiledPolicy policy)
    {
        ids = IdsOf(policy);
        all = [.. Enumerable.Range(0, ids.Length)];
    }

    /// <summary>The places of all windows in a frame of the policy.</summary>
    public ReadOnlySpan<int> All => all;

    /// <summary>The places of the windows that a policy did not have.</summary>
    public ReadOnlySpan<int> MissingIn(CompiledPolicy decidedBy)
    {
        Find(decidedBy);
        return missing;
    }

    /// <summary>Brings the values of a record that was loaded to where the policy expects them.</summary>
    /// <param name="decidedBy">The policy that decided it.</param>
    /// <param name="frame">Has the values in the order of <paramref name="decidedBy"/>.</param>
    public void Take(CompiledPolicy decidedBy, EvaluationFrame frame)
    {
        Find(decidedBy);
        if (isInPlace)
        {
            return;
        }

        frame.Aggregates.AsSpan(0, decidedBy.SlotCount).CopyTo(values);
        for (var i = 0; i < places.Length; i++)
        {
            frame.Aggregates[i] = places[i] >= 0 ? values[places[i]] : AggregateValue.Unknown;
        }
    }

    /// <summary>The ids of a policy's windows, in the order of its frames.</summary>
    internal static string[] IdsOf(CompiledPolicy policy)
        => [.. policy.AccountWindows.Windows.Select(static window => window.Id), .. policy.KeyedWindows.OrderBy(static window => window.FrameIndex).Select(static window => window.Window.Id)];

    private void Find(CompiledPolicy decidedBy)
    {
        if (ReferenceEquals(latest, decidedBy))
        {
            return;
        }

        var recorded = IdsOf(decidedBy);
        latest = decidedBy;
        places = Array.ConvertAll(ids, id => Array.IndexOf(recorded, id));
        missing = [.. all.Where(place => places[place] < 0)];
        isInPlace = places.Select(static (from, to) => from == to).All(static same => same);
    }
}
