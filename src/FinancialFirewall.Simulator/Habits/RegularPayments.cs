using FinancialFirewall.Simulator.Forms;
using FinancialFirewall.Simulator.Payments;
using FinancialFirewall.Simulator.Randomness;
using FinancialFirewall.Simulator.Rhythms;
using FinancialFirewall.Simulator.Worlds;

namespace FinancialFirewall.Simulator.Habits;

/// <summary>Rent in the days after the wages came, and what is paid once a month on a day of its own: the same payees, nearly the same amounts.</summary>
internal sealed class RegularPayments : IHabit
{
    private const int RentPercent = 31;
    private const int RentDaysAfterWages = 2;
    private const int LatestDay = 28;

    /// <inheritdoc/>
    public void Plan(World world, Customer customer, SimulatedDay day, RandomSource random, ICollection<SimulatedPayment> into)
    {
        var device = world.Lifestyle.DeviceOf(customer, day.Number);
        var wages = PaydayRhythm.PaidIn(customer.Payday, day.Date.AddDays(-RentDaysAfterWages));
        if (wages.AddDays(RentDaysAfterWages) == day.Date)
        {
            var rent = customer.Country.FromEuroCents(customer.SalaryEuroCents * RentPercent / 100);
            into.Add(TransferForm.Between(customer.Party, customer.Landlord, rent, Time(customer, day, random), device, "Rent") with { PurposeCode = "RENT" });
        }

        for (var i = 0; i < customer.Suppliers.Count; i++)
        {
            if (1 + (((customer.Index * 5) + (i * 9)) % LatestDay) == day.Date.Day)
            {
                var bill = customer.Country.FromEuroCents(random.Between(1_900, 2_300) * (i + 1));
                into.Add(TransferForm.Between(customer.Party, customer.Suppliers[i], bill, Time(customer, day, random), device, "Monthly bill") with { PurposeCode = "UBIL", PaymentType = "DIRECT_DEBIT" });
            }
        }
    }

    private static Domain.Time.Instant Time(Customer customer, SimulatedDay day, RandomSource random)
        => day.At(DailyRhythm.Banking.Draw(random), customer.Country.UtcOffsetHours);
}
