namespace FinancialFirewall.Simulator.Rhythms;

/// <summary>How spending follows the wages: much in the days after they came, little before they come again.</summary>
internal static class PaydayRhythm
{
    private const int MonthEnd = 31;
    private const int LastDays = 6;
    private const int BeforePercent = 78;
    private const int UsualPercent = 96;

    private static readonly int[] AfterPercent = [150, 145, 130, 118, 110, 104];

    /// <summary>The day on which wages come in a month: working days only, so that a Saturday's or a Sunday's come on the Friday before.</summary>
    /// <param name="payday">The day of the month that was agreed on; 31 is its last day.</param>
    /// <param name="day">Any day of the month.</param>
    public static DateOnly PaidIn(int payday, DateOnly day)
    {
        var last = DateTime.DaysInMonth(day.Year, day.Month);
        var paid = new DateOnly(day.Year, day.Month, Math.Min(payday, last));
        return paid.DayOfWeek switch
        {
            DayOfWeek.Saturday => paid.AddDays(-1),
            DayOfWeek.Sunday => paid.AddDays(-2),
            _ => paid,
        };
    }

    /// <summary>Per cent of the average spending on a day.</summary>
    public static int PercentOn(int payday, DateOnly day)
    {
        var paid = PaidIn(payday, day);
        var since = day.DayNumber - (paid <= day ? paid : PaidIn(payday, day.AddMonths(-1))).DayNumber;
        var until = (paid > day ? paid : PaidIn(payday, day.AddMonths(1))).DayNumber - day.DayNumber;
        return since < AfterPercent.Length ? AfterPercent[since] : until <= LastDays ? BeforePercent : UsualPercent;
    }

    /// <summary>The days of the month on which wages are paid; 31 is the last one.</summary>
    public static IReadOnlyList<int> Paydays { get; } = [1, 15, 25, 25, 25, MonthEnd, MonthEnd];
}
