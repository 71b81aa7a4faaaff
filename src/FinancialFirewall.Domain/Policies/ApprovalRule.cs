using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Policies;

/// <summary>Which changes of a policy take two people, where a tenant wants it so.</summary>
public static class ApprovalRule
{
    /// <summary>
    /// Whether a change takes a second person: every change does, but one that can only switch the fraud check on somewhere, or changes what lists hold. Switching
    /// it on is what an emergency calls for and weakens nothing; whatever could switch it off for any payment takes two. Entries of lists are the daily work of those
    /// who may change lists; which lists there are, and what they do, takes two.
    /// </summary>
    public static bool IsNeeded(PolicyDocument present, PolicyDocument next)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(next);
        return !CanOnlySwitchOn(present.Toggles, next.Toggles) || !(present with { Toggles = [] }).DiffersInContentsAlone(next with { Toggles = [] });
    }

    /// <summary>Every toggle that keeps the check on still does, and none that keeps it off is new: no payment's check can be off that was on.</summary>
    private static bool CanOnlySwitchOn(IReadOnlyList<Toggle> present, IReadOnlyList<Toggle> next)
        => Deciding(present, isEnabled: true).IsSubsetOf(Deciding(next, isEnabled: true)) && Deciding(next, isEnabled: false).IsSubsetOf(Deciding(present, isEnabled: false));

    /// <summary>The active toggles of a state, each as what decides when it wins.</summary>
    private static HashSet<(Guid, ToggleContext, int, Instant?, Instant?, Instant)> Deciding(IReadOnlyList<Toggle> toggles, bool isEnabled)
        =>
        [
            .. toggles.Where(toggle => toggle.IsActive && toggle.IsEnabled == isEnabled)
                .Select(static toggle => (toggle.Id, toggle.Scope, toggle.Priority, toggle.EffectiveFrom, toggle.EffectiveUntil, toggle.CreatedAt)),
        ];
}
