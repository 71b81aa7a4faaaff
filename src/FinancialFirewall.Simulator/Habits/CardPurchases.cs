using FinancialFirewall.Simulator.Forms;
using FinancialFirewall.Simulator.Payments;
using FinancialFirewall.Simulator.Randomness;
using FinancialFirewall.Simulator.Rhythms;
using FinancialFirewall.Simulator.Worlds;

namespace FinancialFirewall.Simulator.Habits;

/// <summary>Buying by card: by the hours and weekdays of each trade and by the days since the wages came; abroad while travelling.</summary>
internal sealed class CardPurchases : IHabit
{
    private const long Percent = 100;
    private const int WeekDays = 7;

    /// <inheritdoc/>
    public void Plan(World world, Customer customer, SimulatedDay day, RandomSource random, ICollection<SimulatedPayment> into)
    {
        var trip = world.Lifestyle.TripOf(customer, day.Number);
        var payday = PaydayRhythm.PercentOn(customer.Payday, day.Date);
        foreach (var trade in Trade.All)
        {
            var average = trade.WeeklyPerMille * customer.ActivityPercent / Percent * payday / Percent * trade.Days.On(day.Date.DayOfWeek) / Percent / WeekDays;
            for (var visits = random.Occurrences(average); visits > 0; visits--)
            {
                into.Add(Buy(world, customer, trade, trade.IsOnline ? null : trip, day, random));
            }
        }
    }

    private static SimulatedPayment Buy(World world, Customer customer, Trade trade, Country? trip, SimulatedDay day, RandomSource random)
    {
        var country = trip ?? customer.Country;
        var shop = world.Shop(customer, country, trade, random);
        var amount = country.FromEuroCents(trade.EuroCents.Draw(random));
        var at = day.At(trade.Hours.Draw(random), country.UtcOffsetHours);
        return trade.IsOnline
            ? CardForm.Online(customer, shop, amount, at, world.Lifestyle.DeviceOf(customer, day.Number))
            : CardForm.InShop(customer, shop, amount, at, random);
    }
}
