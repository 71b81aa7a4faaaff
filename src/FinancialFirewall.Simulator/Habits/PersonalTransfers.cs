using FinancialFirewall.Simulator.Forms;
using FinancialFirewall.Simulator.Payments;
using FinancialFirewall.Simulator.Randomness;
using FinancialFirewall.Simulator.Rhythms;
using FinancialFirewall.Simulator.Worlds;

namespace FinancialFirewall.Simulator.Habits;

/// <summary>Money between friends, and, seldom, a large sum to somebody never paid before: a car, a kitchen.</summary>
internal sealed class PersonalTransfers : IHabit
{
    private const int DailyPerMille = 110;
    private const int LargePerMille = 2;

    private static readonly Spread SmallEuroCents = new((0, 300), (300, 1_500), (600, 4_000), (900, 20_000), (1000, 120_000));
    private static readonly Spread LargeEuroCents = new((0, 120_000), (500, 480_000), (900, 1_400_000), (1000, 3_200_000));

    /// <inheritdoc/>
    public void Plan(World world, Customer customer, SimulatedDay day, RandomSource random, ICollection<SimulatedPayment> into)
    {
        var device = world.Lifestyle.DeviceOf(customer, day.Number);
        for (var count = random.Occurrences(DailyPerMille * customer.ActivityPercent / 100); count > 0; count--)
        {
            var friend = world.Customers[random.Pick(customer.Friends)];
            into.Add(Send(customer, friend, SmallEuroCents.Draw(random) / 100 * 100, day, device, random));
        }

        if (random.Chance(LargePerMille))
        {
            into.Add(Send(customer, random.Pick(world.Customers), LargeEuroCents.Draw(random) / 5_000 * 5_000, day, device, random));
        }
    }

    private static SimulatedPayment Send(Customer customer, Customer to, long euroCents, SimulatedDay day, Device device, RandomSource random)
        => TransferForm.Between(
            customer.Party,
            to.Party.Account,
            customer.Country.FromEuroCents(Math.Max(100, euroCents)),
            day.At(DailyRhythm.Banking.Draw(random), customer.Country.UtcOffsetHours),
            device,
            "Thank you");
}
