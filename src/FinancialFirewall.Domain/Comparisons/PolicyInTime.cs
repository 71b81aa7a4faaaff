using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Domain.Comparisons;

/// <summary>A policy among the circumstances of another time: what would have decided then, had its configurations been in force.</summary>
public static class PolicyInTime
{
    /// <summary>
    /// The configurations of a policy with the toggles, lists and rates of another time. A toggle, a list, what a list holds, or the currencies that the policy changes itself are
    /// as it says; and rates to another base currency are of no use to it.
    /// </summary>
    /// <param name="baseline">What the policy was made from: what it does not say otherwise, it leaves as it is.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="then">What was in force then.</param>
    public static PolicyDocument Of(PolicyDocument baseline, PolicyDocument policy, PolicyDocument then)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(then);
        var toggled = policy with
        {
            Toggles = PolicyMerge.Toggles.Follow(baseline.Toggles, policy.Toggles, then.Toggles),
            Lists = MergedLists.Follow(baseline.Lists, policy.Lists, then.Lists),
        };
        return LeavesCurrencies(baseline, policy) && string.Equals(policy.BaseCurrency, then.BaseCurrency, StringComparison.Ordinal)
            ? toggled with { RatesAsOf = then.RatesAsOf, Rates = then.Rates }
            : toggled;
    }

    private static bool LeavesCurrencies(PolicyDocument baseline, PolicyDocument policy)
        => PolicyDocumentWriter.Write(PolicyMerge.CurrenciesOf(baseline)).AsSpan().SequenceEqual(PolicyDocumentWriter.Write(PolicyMerge.CurrenciesOf(policy)));
}
