using FinancialFirewall.Domain.Time;
using FinancialFirewall.Simulator.Randomness;

namespace FinancialFirewall.Simulator.Worlds;

/// <summary>Everybody and everything that payments are made between.</summary>
internal sealed class World
{
    private readonly IReadOnlyDictionary<(string Country, string Category), IReadOnlyList<Merchant>> merchants;

    /// <summary>Makes a world.</summary>
    /// <param name="seed">What it follows from.</param>
    /// <param name="start">The first moment of the run; accounts are older.</param>
    /// <param name="customers">How many people live in it.</param>
    public World(ulong seed, Instant start, int customers)
    {
        Lifestyle = new Lifestyle(seed);
        Employers = Inhabitants.Employers(seed, start, customers);
        merchants = Inhabitants.Merchants(seed, start, customers);
        Customers = Inhabitants.Customers(seed, start, customers, Employers);
    }

    /// <summary>The people.</summary>
    public IReadOnlyList<Customer> Customers { get; }

    /// <summary>The firms that pay wages.</summary>
    public IReadOnlyList<Party> Employers { get; }

    /// <summary>What changes with time.</summary>
    public Lifestyle Lifestyle { get; }

    /// <summary>The shops of a kind in a country.</summary>
    public IReadOnlyList<Merchant> Merchants(Country country, Trade trade) => merchants[(country.Code, trade.Category)];

    /// <summary>One of the few shops of a kind that a customer goes to, or, now and then, any other in the country.</summary>
    public Merchant Shop(Customer customer, Country country, Trade trade, RandomSource random)
    {
        const int Favourites = 3;
        const int FavouritePerMille = 850;
        var all = Merchants(country, trade);
        return random.Chance(FavouritePerMille) ? all[(int)((customer.Index * 7L) + random.Below(Favourites)) % all.Count] : random.Pick(all);
    }
}
