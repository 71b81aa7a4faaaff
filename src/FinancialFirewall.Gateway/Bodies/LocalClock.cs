using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Gateway.Bodies;

/// <summary>What time it was when a place's clock showed something.</summary>
internal static class LocalClock
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Turns what a clock shows into the time. What it shows twice, when it is set back, is the earlier of both.</summary>
    /// <param name="shown">What the clock shows, as if it were UTC.</param>
    /// <param name="zone">The clock.</param>
    /// <param name="time">The time; none where the clock never shows it, as it is set forward.</param>
    public static bool TryToUtc(Instant shown, ZoneRules zone, out Instant time)
    {
        var before = zone.OffsetSecondsAt(shown.Plus(-Day));
        var after = zone.OffsetSecondsAt(shown.Plus(Day));
        var early = shown.Plus(TimeSpan.FromSeconds(-Math.Max(before, after)));
        var late = shown.Plus(TimeSpan.FromSeconds(-Math.Min(before, after)));
        var isEarly = zone.OffsetSecondsAt(early) == Math.Max(before, after);
        var isLate = zone.OffsetSecondsAt(late) == Math.Min(before, after);
        time = isEarly ? early : late;
        return isEarly || isLate;
    }
}
