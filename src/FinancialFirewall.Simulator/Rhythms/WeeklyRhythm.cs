namespace FinancialFirewall.Simulator.Rhythms;

/// <summary>On which days of the week something happens, in per cent of its average.</summary>
/// <param name="percent">Seven numbers, from Monday on.</param>
internal sealed class WeeklyRhythm(params int[] percent)
{
    /// <summary>Every day alike.</summary>
    public static WeeklyRhythm Even { get; } = new(100, 100, 100, 100, 100, 100, 100);

    /// <summary>The weekend's provisions; shops are closed on Sundays.</summary>
    public static WeeklyRhythm Groceries { get; } = new(95, 90, 95, 105, 135, 160, 20);

    /// <summary>Going out.</summary>
    public static WeeklyRhythm Leisure { get; } = new(70, 70, 80, 95, 135, 150, 100);

    /// <summary>Working days.</summary>
    public static WeeklyRhythm Working { get; } = new(125, 125, 125, 125, 125, 45, 30);

    /// <summary>Per cent of the average on a day.</summary>
    public int On(DayOfWeek day) => percent[((int)day + 6) % 7];
}
