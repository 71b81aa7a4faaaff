using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>What a place's clock and calendar show.</summary>
/// <param name="Hour">0 to 23.</param>
/// <param name="Day">The day of the week, 0 to 6 from Thursday, which 1970-01-01 was.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LocalTime(int Hour, int Day)
{
    /// <summary>How many days a week has.</summary>
    public const int DaysPerWeek = 7;

    private const long SecondsPerDay = 86_400;
    private const int SecondsPerHour = 3_600;

    /// <summary>What they show at a second since 1970-01-01 at that place.</summary>
    public static LocalTime Of(long localSecond)
    {
        var day = localSecond / SecondsPerDay;
        day -= localSecond < day * SecondsPerDay ? 1 : 0;
        var weekday = (int)(day % DaysPerWeek);
        return new((int)(localSecond - (day * SecondsPerDay)) / SecondsPerHour, weekday < 0 ? weekday + DaysPerWeek : weekday);
    }
}
