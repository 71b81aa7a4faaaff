using FinancialFirewall.Domain.Lists;

namespace FinancialFirewall.Domain.Policies;

/// <summary>Makes of an earlier version of a policy the one that is to be in force again.</summary>
public static class PolicyRollback
{
    /// <summary>
    /// The configurations, toggles, currency and rates of the earlier version with the lists of today: what was blocked since stays blocked. A list that is gone
    /// since is there again, as it was then, because conditions of the earlier version may ask for it.
    /// </summary>
    public static PolicyDocument Of(PolicyDocument earlier, PolicyDocument present)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(present);
        return earlier with { Lists = [.. present.Lists, .. earlier.Lists.Where(list => !present.Lists.Any(other => IsSame(list, other)))] };
    }

    private static bool IsSame(ListDefinition list, ListDefinition other) => string.Equals(list.Name, other.Name, StringComparison.Ordinal);
}
