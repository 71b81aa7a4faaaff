using FinancialFirewall.Domain.Results;
using FinancialFirewall.Simulator.Habits;
using FinancialFirewall.Simulator.Payments;
using FinancialFirewall.Simulator.Randomness;
using FinancialFirewall.Simulator.Rhythms;
using FinancialFirewall.Simulator.Scenarios;
using FinancialFirewall.Simulator.Worlds;

namespace FinancialFirewall.Simulator;

/// <summary>A simulated world and the payments that are made in it. It knows nothing of the firewall, of the clock and of files.</summary>
public sealed class Simulation
{
    private const ulong HabitPurpose = 31;

    /// <summary>Payments of a day by the clock of the easternmost country begin this long before the day does in UTC, at the most.</summary>
    private static readonly TimeSpan Earliest = TimeSpan.FromHours(2);

    private readonly SimulationOptions options;
    private readonly World world;
    private readonly IReadOnlyList<IHabit> habits = [new CardPurchases(), new RegularPayments(), new Wages(), new PersonalTransfers()];

    private Simulation(SimulationOptions options)
    {
        this.options = options;
        world = new World(options.Seed, new SimulatedDay(0, options.Start).Start, options.Customers);
    }

    /// <summary>Makes a world.</summary>
    public static Result<Simulation> Create(SimulationOptions options)
        => options.Check() is { Count: > 0 } errors ? Result.Failure<Simulation>(errors) : Result.Success(new Simulation(options));

    /// <summary>All payments in the order of their times. Every enumeration gives the same; one day's payments are in memory at a time.</summary>
    public IEnumerable<SimulatedPayment> Payments()
    {
        var agenda = new Agenda();
        var scenarios = ScenarioTable.All.Where(TakesPart).ToList();
        var fraud = new FraudPlanner(options.Seed, world, scenarios, options.FraudPerMille);
        var numbering = new Numbering(options.ReferencePrefix, options.Seed);
        var end = DayAt(options.Days).Start;
        for (var number = 0; number < options.Days; number++)
        {
            var day = DayAt(number);
            var today = Genuine(day);
            today.ForEach(payment => agenda.Add(payment, options.View));
            fraud.Plan(day, today, payment => agenda.Add(payment, options.View));
            var until = number == options.Days - 1 ? end : DayAt(number + 1).Start.Plus(-Earliest);
            foreach (var payment in agenda.TakeBefore(until))
            {
                yield return numbering.Next(payment);
            }
        }
    }

    private bool TakesPart(IScenario scenario)
        => (options.Scenarios.Count == 0 || options.Scenarios.Contains(scenario.Name, StringComparer.Ordinal))
            && (options.View == PaymentView.Bank || scenario.UsesTransfers);

    private SimulatedDay DayAt(int number) => new(number, options.Start.AddDays(number));

    private List<SimulatedPayment> Genuine(SimulatedDay day)
    {
        var today = new List<SimulatedPayment>();
        foreach (var customer in world.Customers)
        {
            var random = RandomSource.For(options.Seed, HabitPurpose, (ulong)customer.Index, (ulong)day.Number);
            foreach (var habit in habits)
            {
                habit.Plan(world, customer, day, random, today);
            }
        }

        return options.View == PaymentView.Bank ? today : today.FindAll(ClearingView.Passes);
    }
}
