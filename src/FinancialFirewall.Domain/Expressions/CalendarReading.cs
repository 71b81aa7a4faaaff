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

    public static NumberValue Hour(EvaluationFrame frame, WholeValue time, ZoneRules zone)
        => WholeHour(frame, time, zone) is { State: ValueState.Present } hour ? NumberValue.Of(hour.Value) : new(time.State, 0);

    public static WholeValue WholeHour(EvaluationFrame frame, WholeValue time, ZoneRules zone)
    {
        if (time.State != ValueState.Present)
        {
            return time;
        }

        var (_, second) = Floor(frame.LocalSecond(new Instant(time.Value), zone), SecondsPerDay);
        return WholeValue.Of(second / SecondsPerHour);
    }

    public static TextValue Weekday(EvaluationFrame frame, WholeValue time, ZoneRules zone)
        => time.State == ValueState.Present ? Weekdays[DayOf(frame, time, zone)] : new(time.State, default);

    /// <summary>Whether a time is on one of some days of the week, a bit each as <see cref="DaysIn"/> gives them.</summary>
    public static Truth IsOn(EvaluationFrame frame, WholeValue time, ZoneRules zone, int days)
        => time.State == ValueState.Present ? ValueStates.Of((days & (1 << DayOf(frame, time, zone))) != 0) : ValueStates.Missing(time.State);

    /// <summary>Which days of the week a list holds.</summary>
    public static int DaysIn(TextSet names)
    {
        var days = 0;
        for (var i = 0; i < DaysPerWeek; i++)
        {
            days |= names.Contains(Weekdays[i].Utf8.Span) ? 1 << i : 0;
        }

        return days;
    }

    private static int DayOf(EvaluationFrame frame, WholeValue time, ZoneRules zone)
    {
        var (day, _) = Floor(frame.LocalSecond(new Instant(time.Value), zone), SecondsPerDay);
        return (int)Floor(day, DaysPerWeek).Left;
    }

    private static (long Whole, long Left) Floor(long value, long divisor)
    {
        var (whole, rest) = Math.DivRem(value, divisor);
        return rest < 0 ? (whole - 1, rest + divisor) : (whole, rest);
    }
}
