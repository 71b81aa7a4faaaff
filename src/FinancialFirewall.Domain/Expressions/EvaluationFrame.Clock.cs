using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Expressions;

/// <content>Clocks. Payments come in the order of their time, so a zone's offset is the one before nearly always.</content>
public sealed partial class EvaluationFrame
{
    private ZoneRules? lastZone;
    private ZonePeriod lastPeriod;

    /// <summary>What a place's clock shows at a time, in seconds since 1970-01-01 there.</summary>
    internal long LocalSecond(Instant at, ZoneRules zone)
    {
        var second = at.UnixSeconds;
        if (!ReferenceEquals(zone, lastZone) || second < lastPeriod.From || second >= lastPeriod.Until)
        {
            (lastZone, lastPeriod) = (zone, zone.PeriodAt(second));
        }

        return second + lastPeriod.OffsetSeconds;
    }
}
