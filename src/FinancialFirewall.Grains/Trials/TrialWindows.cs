using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Grains.Trials;

/// <summary>Which windows of a policy are filled from stored records, because some record that is decided anew does not say what they would have said.</summary>
internal sealed class TrialWindows
{
    private readonly HashSet<string> filled;
    private readonly int[] places;

    private TrialWindows(CompiledPolicy policy, IEnumerable<string> filled)
    {
        this.filled = filled.ToHashSet(StringComparer.Ordinal);
        var own = policy.AccountWindows.Windows.Where(window => IsFilled(window.Id)).ToList();
        Plan = WindowPlan.Create(own).Value;
        places = [.. policy.AccountWindows.Windows.Select(window => Plan.IndexOf(window.Id))];
        Reach = TimeSpan.FromSeconds(own.Concat(policy.KeyedWindows.Select(static keyed => keyed.Window).Where(window => IsFilled(window.Id)))
            .Select(static window => window.WindowSeconds).DefaultIfEmpty().Max());
        HasKeyed = policy.KeyedWindows.Any(window => IsFilled(window.Window.Id));
    }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => filled.Count == 0;

    /// <summary>Whether a window over another key than the debtor account is among them.</summary>
    public bool HasKeyed { get; }

    /// <summary>The windows over the debtor account's history that are filled.</summary>
    public WindowPlan Plan { get; }

    /// <summary>The farthest that any of them reaches back; nothing where there is none.</summary>
    public TimeSpan Reach { get; }

    /// <summary>All of a policy's windows.</summary>
    public static TrialWindows All(CompiledPolicy policy) => new(policy, RecordedWindows.IdsOf(policy));

    /// <summary>The windows that at least one of the policies did not have that decided.</summary>
    public static TrialWindows Missing(CompiledPolicy policy, IEnumerable<CompiledPolicy> decidedBy)
        => new(policy, decidedBy.SelectMany(other => RecordedWindows.IdsOf(policy).Except(RecordedWindows.IdsOf(other), StringComparer.Ordinal)));

    /// <summary>Whether the window of an id is filled.</summary>
    public bool IsFilled(string id) => filled.Contains(id);

    /// <summary>Where a window of the policy over the debtor account's history stands in <see cref="Plan"/>; -1 where it is not filled.</summary>
    /// <param name="window">Its place among the policy's.</param>
    public int PlaceOf(int window) => places[window];
}
