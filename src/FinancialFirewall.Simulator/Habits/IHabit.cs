using FinancialFirewall.Simulator.Payments;
using FinancialFirewall.Simulator.Randomness;
using FinancialFirewall.Simulator.Rhythms;
using FinancialFirewall.Simulator.Worlds;

namespace FinancialFirewall.Simulator.Habits;

/// <summary>One thing that honest people pay for.</summary>
internal interface IHabit
{
    /// <summary>Adds what a customer pays on a day.</summary>
    void Plan(World world, Customer customer, SimulatedDay day, RandomSource random, ICollection<SimulatedPayment> into);
}
