using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>What compiled conditions call to read clocks and calendars.</summary>
internal static class CalendarReading
{
    // In the order of LocalTime.Day.
    private static readonly TextValue[] Weekdays =
    [
        TextValue.Of("THU"u8.ToArray()), TextValue.Of("FRI"u8.ToArray()), TextValue.Of("SAT"u8.ToArray()), TextValue.Of("SUN"u8.ToArray()),
        TextValue.Of("MON"u8.ToArray()), TextValue.Of("TUE"u8.ToArray()), TextValue.Of("WED"u8.ToArray()),
    ];

    public static NumberValue Hour(EvaluationFrame frame, WholeValue time, ZoneRules zone)
        => WholeHour(frame, time, zone) is { State: ValueState.Present } hour ? NumberValue.Of(hour.Value) : new(time.State, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WholeValue WholeHour(EvaluationFrame frame, WholeValue time, ZoneRules zone)
    {
        if (time.State != ValueState.Present)
        {
            return time;
        }

        return WholeValue.Of(frame.LocalTimeAt(new Instant(time.Value), zone).Hour);
    }

    public static TextValue Weekday(EvaluationFrame frame, WholeValue time, ZoneRules zone)
        => time.State == ValueState.Present ? Weekdays[DayOf(frame, time, zone)] : new(time.State, default);

    /// <summary>Whether a time is on one of some days of the week, a bit each as <see cref="DaysIn"/> gives them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truth IsOn(EvaluationFrame frame, WholeValue time, ZoneRules zone, int days)
        => time.State == ValueState.Present ? ValueStates.Of((days & (1 << DayOf(frame, time, zone))) != 0) : ValueStates.Missing(time.State);

    /// <summary>Which days of the week a list holds.</summary>
    public static int DaysIn(TextSet names)
    {
        var days = 0;
        for (var i = 0; i < LocalTime.DaysPerWeek; i++)
        {
            days |= names.Contains(Weekdays[i].Utf8.Span) ? 1 << i : 0;
        }

        return days;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int DayOf(EvaluationFrame frame, WholeValue time, ZoneRules zone) => frame.LocalTimeAt(new Instant(time.Value), zone).Day;
}
