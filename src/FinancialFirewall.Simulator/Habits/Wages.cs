using FinancialFirewall.Simulator.Forms;
using FinancialFirewall.Simulator.Payments;
using FinancialFirewall.Simulator.Randomness;
using FinancialFirewall.Simulator.Rhythms;
using FinancialFirewall.Simulator.Worlds;

namespace FinancialFirewall.Simulator.Habits;

/// <summary>What the employer pays on the pay day.</summary>
internal sealed class Wages : IHabit
{
    /// <inheritdoc/>
    public void Plan(World world, Customer customer, SimulatedDay day, RandomSource random, ICollection<SimulatedPayment> into)
    {
        if (PaydayRhythm.PaidIn(customer.Payday, day.Date) != day.Date)
        {
            return;
        }

        var employer = customer.Employer;
        var amount = employer.Account.Country.FromEuroCents(customer.SalaryEuroCents);
        var at = day.At(DailyRhythm.Companies.Draw(random), employer.Account.Country.UtcOffsetHours);
        into.Add(TransferForm.Between(employer, customer.Party.Account, amount, at, employer.Device, "Salary") with
        {
            PurposeCode = "SALA",
            PaymentType = "SALARY",
            Channel = "FILE",
        });
    }
}
