namespace FinancialFirewall.Domain.Configurations;

/// <summary>The days of the week as configurations and conditions write them.</summary>
public static class WeekdayNames
{
    private static readonly string[] Names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>All names, Monday first.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names[1..], Names[0]];

    /// <summary>MON to SUN.</summary>
    public static string Of(DayOfWeek day) => Names[(int)day];

    /// <summary>The day of that name; null where there is none.</summary>
    public static DayOfWeek? Find(string name) => Array.IndexOf(Names, name) is var index and >= 0 ? (DayOfWeek)index : null;
}
