using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>What compiled conditions call to read clocks and calendars.</summary>
internal static class CalendarReading
{
    private const long SecondsPerDay = 86_400;
    private const long SecondsPerHour = 3_600;
    private const int DaysPerWeek = 7;

    // 1970-01-01 was a Thursday.
    private static readonly TextValue[] Weekdays =
    [
        TextValue.Of("THU"u8.ToArray()), TextValue.Of("FRI"u8.ToArray()), TextValue.Of("SAT"u8.ToArray()), TextValue.Of("SUN"u8.ToArray()),
        TextValue.Of("MON"u8.ToArray()), TextValue.Of("TUE"u8.ToArray()), TextValue.Of("WED"u8.ToArray()),
    ];

    public static NumberValue Hour(WholeValue time, ZoneRules zone)
    {
        if (time.State != ValueState.Present)
        {
            return new(time.State, 0);
        }

        var (_, second) = Floor(LocalSecond(time, zone), SecondsPerDay);
        return NumberValue.Of(second / SecondsPerHour);
    }

    public static TextValue Weekday(WholeValue time, ZoneRules zone)
    {
        if (time.State != ValueState.Present)
        {
            return new(time.State, default);
        }

        var (day, _) = Floor(LocalSecond(time, zone), SecondsPerDay);
        return Weekdays[Floor(day, DaysPerWeek).Left];
    }

    private static long LocalSecond(WholeValue time, ZoneRules zone)
    {
        var at = new Instant(time.Value);
        return at.UnixSeconds + zone.OffsetSecondsAt(at);
    }

    private static (long Whole, long Left) Floor(long value, long divisor)
    {
        var (whole, rest) = Math.DivRem(value, divisor);
        return rest < 0 ? (whole - 1, rest + divisor) : (whole, rest);
    }
}
