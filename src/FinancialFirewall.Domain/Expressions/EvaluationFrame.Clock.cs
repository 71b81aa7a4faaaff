using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Expressions;

/// <content>
/// Clocks. A payment's few conditions about time mostly ask for the same time at the same place, and payments come in the order of their time, so a zone's offset is
/// the one before nearly always.
/// </content>
public sealed partial class EvaluationFrame
{
    private ZoneRules? lastZone;
    private ZonePeriod lastPeriod;
    private Instant lastTime;
    private LocalTime lastLocalTime;

    /// <summary>What a place's clock and calendar show at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LocalTime LocalTimeAt(Instant at, ZoneRules zone)
    {
        if (at != lastTime || !ReferenceEquals(zone, lastZone))
        {
            FindLocalTime(at, zone);
        }

        return lastLocalTime;
    }

    private void FindLocalTime(Instant at, ZoneRules zone)
    {
        var second = at.UnixSeconds;
        if (!ReferenceEquals(zone, lastZone) || second < lastPeriod.From || second >= lastPeriod.Until)
        {
            lastPeriod = zone.PeriodAt(second);
        }

        (lastZone, lastTime) = (zone, at);
        lastLocalTime = LocalTime.Of(second + lastPeriod.OffsetSeconds);
    }
}
