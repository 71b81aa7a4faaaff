using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Toggles;

/// <summary>How many toggles there are of each sort at one moment.</summary>
/// <param name="Total">All.</param>
/// <param name="Active">Those that are active, whatever their window.</param>
/// <param name="Effective">Those that apply now to what they name.</param>
/// <param name="Future">Active ones whose window has not begun.</param>
/// <param name="Expired">Those whose window is over, active or not.</param>
/// <param name="Enabled">Of those that apply now, how many switch the check on.</param>
/// <param name="Disabled">Of those that apply now, how many switch it off.</param>
/// <param name="Levels">Of those that apply now, how many are of each level.</param>
public sealed record ToggleStatistics(
    int Total, int Active, int Effective, int Future, int Expired, int Enabled, int Disabled, IReadOnlyDictionary<ToggleLevel, int> Levels)
{
    /// <summary>Counts.</summary>
    public static ToggleStatistics Of(IReadOnlyCollection<Toggle> toggles, Instant now)
    {
        ArgumentNullException.ThrowIfNull(toggles);
        var effective = toggles.Where(toggle => toggle.IsEffectiveAt(now)).ToList();
        var enabled = effective.Count(static toggle => toggle.IsEnabled);
        return new(
            toggles.Count,
            toggles.Count(static toggle => toggle.IsActive),
            effective.Count,
            toggles.Count(toggle => toggle.IsActive && toggle.IsFutureAt(now)),
            toggles.Count(toggle => toggle.IsExpiredAt(now)),
            enabled,
            effective.Count - enabled,
            Enum.GetValues<ToggleLevel>().ToDictionary(static level => level, level => effective.Count(toggle => toggle.Level == level)));
    }
}
