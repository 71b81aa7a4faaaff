using FinancialFirewall.Simulator.Payments;
using FinancialFirewall.Simulator.Randomness;

namespace FinancialFirewall.Simulator.Worlds;

/// <summary>The countries of every simulated world.</summary>
internal static class Atlas
{
    /// <summary>All of them; their shares make a hundred.</summary>
    public static IReadOnlyList<Country> Countries { get; } =
    [
        new("DE", "EUR", 100, 1, 34, "999999999999999999", [City("Berlin", 52_5200, 13_4050), City("Hamburg", 53_5511, 9_9937), City("Köln", 50_9375, 6_9603)]),
        new("FR", "EUR", 100, 1, 16, "99999999999999999999999", [City("Paris", 48_8566, 2_3522), City("Lyon", 45_7640, 4_8357)]),
        new("NL", "EUR", 100, 1, 11, "FWBA9999999999", [City("Amsterdam", 52_3676, 4_9041), City("Utrecht", 52_0907, 5_1214)]),
        new("GB", "GBP", 87, 0, 11, "FWBA99999999999999", [City("London", 51_5072, -1276), City("Leeds", 53_8008, -1_5491)]),
        new("ES", "EUR", 100, 1, 10, "99999999999999999999", [City("Madrid", 40_4168, -3_7038), City("Valencia", 39_4699, -3763)]),
        new("IT", "EUR", 100, 1, 8, "X9999999999999999999999", [City("Milano", 45_4642, 9_1900), City("Roma", 41_9028, 12_4964)]),
        new("PL", "PLN", 422, 1, 6, "999999999999999999999999", [City("Warszawa", 52_2297, 21_0122), City("Kraków", 50_0647, 19_9450)]),
        new("SE", "SEK", 1_082, 1, 4, "99999999999999999999", [City("Stockholm", 59_3293, 18_0686), City("Malmö", 55_6050, 13_0038)]),
    ];

    /// <summary>Cities far from all of them, where cards are used that are not there.</summary>
    public static IReadOnlyList<(string CountryCode, City City)> FarAway { get; } =
    [
        ("BR", City("São Paulo", -23_5505, -46_6333)),
        ("TH", City("Bangkok", 13_7563, 100_5018)),
        ("ZA", City("Cape Town", -33_9249, 18_4241)),
        ("US", City("Los Angeles", 34_0522, -118_2437)),
        ("AE", City("Dubai", 25_2048, 55_2708)),
    ];

    /// <summary>A country, as often as its share says.</summary>
    public static Country Draw(RandomSource random)
    {
        var place = random.Below(100);
        foreach (var country in Countries)
        {
            place -= country.Share;
            if (place < 0)
            {
                return country;
            }
        }

        return Countries[0];
    }

    private static City City(string name, int latitude, int longitude) => new(name, new Place(latitude, longitude));
}
