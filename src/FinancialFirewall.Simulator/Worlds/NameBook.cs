using FinancialFirewall.Simulator.Randomness;

namespace FinancialFirewall.Simulator.Worlds;

/// <summary>Names of people and firms that do not exist.</summary>
internal static class NameBook
{
    private static readonly string[] First =
    [
        "Ada", "Aldo", "Amira", "Anton", "Bea", "Bruno", "Carla", "Casper", "Dana", "David", "Elin", "Emil", "Fenna", "Fabio", "Greta", "Hugo", "Ida", "Ivo", "Jana",
        "Jonas", "Karin", "Lars", "Lea", "Luca", "Mara", "Milan", "Nadia", "Nils", "Olga", "Oskar", "Paula", "Piet", "Rosa", "Ruben", "Sara", "Sven", "Tilda", "Theo",
        "Una", "Viktor", "Wanda", "Yara", "Zoe",
    ];

    private static readonly string[] Last =
    [
        "Abelmann", "Ahlqvist", "Bergfort", "Borelli", "Castaño", "Claesen", "Dahlhoff", "Delorme", "Eikhart", "Falkowski", "Fiorelli", "Garrido", "Grünfeld", "Haverkamp",
        "Hollins", "Iversholm", "Jaworek", "Kestrel", "Kowalczuk", "Lindqvist", "Lorenzetti", "Marchand", "Molenaar", "Nordlund", "Olivares", "Pemberly", "Quintrell",
        "Rademaker", "Rousselle", "Sandoval", "Steinhauer", "Thornbury", "Ullrichsen", "Valdés", "Vermeulen", "Wąsik", "Westergaard", "Ybarra", "Zandstra", "Zielonka",
    ];

    private static readonly string[] Trades = ["Logistics", "Textiles", "Machinery", "Foods", "Software", "Housing", "Energy", "Studios", "Partners", "Supplies"];

    /// <summary>A person.</summary>
    public static string Person(RandomSource random) => $"{random.Pick(First)} {random.Pick(Last)}";

    /// <summary>A firm.</summary>
    public static string Firm(RandomSource random) => $"{random.Pick(Last)} {random.Pick(Trades)}";
}
