using System.Globalization;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Simulator.Payments;
using FinancialFirewall.Simulator.Randomness;
using FinancialFirewall.Simulator.Rhythms;
using FinancialFirewall.Simulator.Worlds;

namespace FinancialFirewall.Simulator.Scenarios;

/// <summary>One time that somebody commits fraud: where, when, and who there is to do it with.</summary>
/// <param name="world">Everybody.</param>
/// <param name="day">The day on which it begins.</param>
/// <param name="today">The genuine payments of that day.</param>
/// <param name="random">What it follows from.</param>
/// <param name="number">Of the run's episodes, from 0.</param>
/// <param name="add">Takes its payments.</param>
internal sealed class Episode(
    World world, SimulatedDay day, IReadOnlyList<SimulatedPayment> today, RandomSource random, int number, Action<SimulatedPayment> add)
{
    /// <summary>How many of a thousand mules are customers of old rather than accounts that were opened for it.</summary>
    private const int RecruitedPerMille = 500;

    private const int NewestAccountDays = 2;
    private const int OldestAccountDays = 40;
    private const int MostMules = 64;

    private int mules;

    /// <summary>Everybody.</summary>
    public World World { get; } = world;

    /// <summary>What it follows from.</summary>
    public RandomSource Random { get; } = random;

    /// <summary>The genuine payments of its day.</summary>
    public IReadOnlyList<SimulatedPayment> Today { get; } = today;

    /// <summary>Some customer.</summary>
    public Customer Victim() => Random.Pick(World.Customers);

    /// <summary>What a customer uses today.</summary>
    public Device DeviceOf(Customer customer) => World.Lifestyle.DeviceOf(customer, day.Number);

    /// <summary>Somebody who lends an account: a customer, or an account that was opened for it and did nothing yet.</summary>
    public Party Mule()
    {
        if (Random.Chance(RecruitedPerMille))
        {
            var customer = Victim();
            return customer.Party with { Device = DeviceOf(customer) };
        }

        var opened = day.Start.Plus(TimeSpan.FromMinutes(-Random.Between(NewestAccountDays * 24 * 60, OldestAccountDays * 24 * 60)));
        var id = World.Customers.Count + (number * MostMules) + mules++;
        return new Party(
            string.Create(CultureInfo.InvariantCulture, $"C{id:000000}"),
            BankAccount.Open(Atlas.Draw(Random), NameBook.Person(Random), opened, Random),
            DeviceMaker.Honest(Random));
    }

    /// <summary>A moment of its day, by a country's clock.</summary>
    public Instant At(DailyRhythm hours, Country country) => day.At(hours.Draw(Random), country.UtcOffsetHours);

    /// <summary>A moment some minutes after another.</summary>
    public Instant After(Instant moment, int fewestMinutes, int mostMinutes)
        => moment.Plus(TimeSpan.FromMilliseconds(Random.Between(fewestMinutes * 60_000L, mostMinutes * 60_000L)));

    /// <summary>An amount between two, in cents of a Euro.</summary>
    public long EuroCents(int fewestEuro, int mostEuro) => Random.Between(fewestEuro * 100L, mostEuro * 100L);

    /// <summary>Adds a payment of the fraud.</summary>
    public void Add(SimulatedPayment payment) => add(payment);
}
