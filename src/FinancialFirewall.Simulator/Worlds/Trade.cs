using FinancialFirewall.Simulator.Randomness;
using FinancialFirewall.Simulator.Rhythms;

namespace FinancialFirewall.Simulator.Worlds;

/// <summary>A kind of shop, and how people buy there.</summary>
/// <param name="Category">ISO 18245 merchant category.</param>
/// <param name="Name">What it is.</param>
/// <param name="WeeklyPerMille">A customer's visits in a thousand weeks.</param>
/// <param name="IsOnline">Whether the card is typed in rather than shown.</param>
/// <param name="EuroCents">What a visit costs.</param>
/// <param name="Hours">When in a day.</param>
/// <param name="Days">When in a week.</param>
internal sealed record Trade(string Category, string Name, int WeeklyPerMille, bool IsOnline, Spread EuroCents, DailyRhythm Hours, WeeklyRhythm Days)
{
    /// <summary>Everything that is sold.</summary>
    public static IReadOnlyList<Trade> All { get; } =
    [
        new("5411", "Groceries", 2_600, IsOnline: false, new((0, 150), (100, 620), (500, 2_840), (900, 9_400), (990, 18_000), (1000, 31_000)), DailyRhythm.Shops, WeeklyRhythm.Groceries),
        new("5812", "Restaurant", 1_500, IsOnline: false, new((0, 320), (100, 780), (500, 1_950), (900, 6_200), (990, 14_500), (1000, 30_000)), DailyRhythm.Meals, WeeklyRhythm.Leisure),
        new("4111", "Transport", 1_800, IsOnline: false, new((0, 180), (300, 280), (700, 420), (950, 3_900), (1000, 14_900)), DailyRhythm.Commuting, WeeklyRhythm.Working),
        new("5541", "Fuel", 500, IsOnline: false, new((0, 1_500), (200, 4_000), (500, 6_100), (900, 9_200), (1000, 13_500)), DailyRhythm.Commuting, WeeklyRhythm.Even),
        new("5912", "Pharmacy", 350, IsOnline: false, new((0, 250), (500, 1_250), (900, 4_400), (1000, 18_000)), DailyRhythm.Shops, WeeklyRhythm.Working),
        new("5651", "Clothing", 350, IsOnline: false, new((0, 900), (500, 4_900), (900, 14_900), (1000, 49_000)), DailyRhythm.Shops, WeeklyRhythm.Groceries),
        new("5732", "Electronics", 90, IsOnline: false, new((0, 1_500), (500, 12_900), (900, 89_900), (1000, 249_900)), DailyRhythm.Shops, WeeklyRhythm.Groceries),
        new("5964", "Web shop", 1_300, IsOnline: true, new((0, 450), (300, 1_990), (600, 3_990), (900, 12_900), (990, 44_900), (1000, 129_900)), DailyRhythm.Online, WeeklyRhythm.Even),
        new("5815", "Digital goods", 700, IsOnline: true, new((0, 99), (400, 499), (800, 1_499), (1000, 6_999)), DailyRhythm.Online, WeeklyRhythm.Leisure),
        new("7011", "Hotel", 60, IsOnline: true, new((0, 4_900), (500, 17_900), (900, 62_000), (1000, 190_000)), DailyRhythm.Online, WeeklyRhythm.Even),
        new("5947", "Gift cards", 45, IsOnline: true, new((0, 1_000), (500, 2_500), (900, 10_000), (1000, 20_000)), DailyRhythm.Online, WeeklyRhythm.Leisure),
    ];

    /// <summary>The trade with a category.</summary>
    public static Trade Of(string category) => All.Single(trade => trade.Category.Equals(category, StringComparison.Ordinal));
}
