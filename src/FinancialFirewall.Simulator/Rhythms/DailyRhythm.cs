using FinancialFirewall.Simulator.Randomness;

namespace FinancialFirewall.Simulator.Rhythms;

/// <summary>At which hours of its day something happens.</summary>
/// <param name="weights">24 weights, from midnight on.</param>
internal sealed class DailyRhythm(params int[] weights)
{
    private const long HourMs = 3_600_000;

    private readonly int total = weights.Sum();

    /// <summary>In shops: from morning to evening, most at noon and after work.</summary>
    public static DailyRhythm Shops { get; } = new(0, 0, 0, 0, 0, 1, 4, 14, 30, 45, 55, 65, 80, 60, 50, 55, 75, 95, 85, 50, 25, 8, 2, 0);

    /// <summary>Meals: noon and evening.</summary>
    public static DailyRhythm Meals { get; } = new(2, 1, 0, 0, 0, 0, 5, 20, 25, 20, 20, 40, 95, 80, 30, 15, 15, 30, 70, 90, 75, 45, 20, 6);

    /// <summary>On the way: before and after work.</summary>
    public static DailyRhythm Commuting { get; } = new(1, 0, 0, 0, 2, 10, 50, 95, 80, 30, 18, 18, 25, 22, 22, 35, 75, 90, 60, 30, 18, 12, 8, 3);

    /// <summary>At home: the evening.</summary>
    public static DailyRhythm Online { get; } = new(6, 2, 1, 1, 1, 2, 8, 18, 25, 30, 35, 40, 50, 40, 35, 38, 45, 55, 65, 85, 100, 90, 55, 20);

    /// <summary>Banking: through the day and after dinner.</summary>
    public static DailyRhythm Banking { get; } = new(1, 0, 0, 0, 0, 2, 8, 25, 45, 60, 60, 50, 55, 45, 45, 45, 50, 55, 55, 60, 60, 40, 15, 4);

    /// <summary>Files that companies send: early.</summary>
    public static DailyRhythm Companies { get; } = new(0, 0, 0, 0, 5, 40, 90, 60, 40, 30, 20, 10, 5, 5, 5, 2, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Who does not want to be noticed: the night.</summary>
    public static DailyRhythm Nights { get; } = new(80, 90, 100, 90, 60, 25, 5, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 5, 8, 15, 30, 60);

    /// <summary>Milliseconds since midnight.</summary>
    public long Draw(RandomSource random)
    {
        var place = random.Below(total);
        var hour = 0;
        while (place >= weights[hour])
        {
            place -= weights[hour++];
        }

        return (hour * HourMs) + random.Below(HourMs);
    }
}
