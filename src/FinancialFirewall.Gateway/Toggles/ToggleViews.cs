using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Gateway.Toggles;

/// <summary>Lists of toggles under names of their own, their orders, and what makes a toggle a scheduled one.</summary>
internal static class ToggleViews
{
    /// <summary>All, active or not.</summary>
    public static bool All(Toggle toggle, Instant now) => true;

    /// <summary>Those that are active.</summary>
    public static bool Active(Toggle toggle, Instant now) => toggle.IsActive;

    /// <summary>Those that apply now.</summary>
    public static bool Effective(Toggle toggle, Instant now) => toggle.IsEffectiveAt(now);

    /// <summary>Active ones whose window is to come.</summary>
    public static bool Future(Toggle toggle, Instant now) => toggle.IsActive && toggle.IsFutureAt(now);

    /// <summary>Those whose window is over.</summary>
    public static bool Expired(Toggle toggle, Instant now) => toggle.IsExpiredAt(now);

    /// <summary>By creation.</summary>
    public static int ByCreation(Toggle left, Toggle right) => left.CreatedAt.CompareTo(right.CreatedAt);

    /// <summary>By the last change.</summary>
    public static int ByChange(Toggle left, Toggle right) => left.UpdatedAt.CompareTo(right.UpdatedAt);

    /// <summary>By the beginning of their window; those without one first.</summary>
    public static int ByBeginning(Toggle left, Toggle right) => Nullable.Compare(left.EffectiveFrom, right.EffectiveFrom);

    /// <summary>By the end of their window; those without one first.</summary>
    public static int ByEnd(Toggle left, Toggle right) => Nullable.Compare(left.EffectiveUntil, right.EffectiveUntil);

    /// <summary>By priority.</summary>
    public static int ByPriority(Toggle left, Toggle right) => left.Priority.CompareTo(right.Priority);

    /// <summary>Sorts what is found; equals stay in their order, so that pages never overlap.</summary>
    public static List<Toggle> Sort(IEnumerable<Toggle> found, Comparison<Toggle> order, bool isDescending)
    {
        var comparer = Comparer<Toggle>.Create(order);
        return [.. isDescending ? found.OrderDescending(comparer) : found.Order(comparer)];
    }

    /// <summary>The toggle, where it begins later than now.</summary>
    public static Result<Toggle> Schedule(Toggle toggle, Instant now)
        => toggle.EffectiveFrom is { } from && from > now ? toggle : ToggleRequestErrors.NotInTheFuture(toggle.EffectiveFrom, now);
}
