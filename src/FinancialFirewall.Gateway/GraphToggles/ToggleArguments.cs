using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Gateway.Toggles;

namespace FinancialFirewall.Gateway.GraphToggles;

/// <summary>Views and orders of toggles, as the schema spells them.</summary>
internal static class ToggleArguments
{
    /// <summary>Which toggles are in a view.</summary>
    public static Func<Toggle, Instant, bool> ViewOf(string name) => name switch
    {
        "ALL" => ToggleViews.All,
        "EFFECTIVE" => ToggleViews.Effective,
        "FUTURE" => ToggleViews.Future,
        "EXPIRED" => ToggleViews.Expired,
        _ => ToggleViews.Active,
    };

    /// <summary>In which order.</summary>
    public static Comparison<Toggle> OrderOf(string name) => name switch
    {
        "UPDATED_AT" => ToggleViews.ByChange,
        "EFFECTIVE_FROM" => ToggleViews.ByBeginning,
        "EFFECTIVE_UNTIL" => ToggleViews.ByEnd,
        "PRIORITY" => ToggleViews.ByPriority,
        _ => ToggleViews.ByCreation,
    };
}
