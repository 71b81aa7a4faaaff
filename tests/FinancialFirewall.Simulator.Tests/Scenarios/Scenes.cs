using FinancialFirewall.Simulator.Payments;
using FinancialFirewall.Simulator.Randomness;
using FinancialFirewall.Simulator.Rhythms;
using FinancialFirewall.Simulator.Scenarios;
using FinancialFirewall.Simulator.Worlds;

namespace FinancialFirewall.Simulator.Tests.Scenarios;

/// <summary>Episodes of one scenario, each with the genuine payments of its day.</summary>
internal static class Scenes
{
    private const ulong Seed = 7;
    private const int Count = 60;
    private static readonly SimulatedDay Day = new(3, new DateOnly(2026, 1, 8));
    private static readonly World World = new(Seed, Day.Start, customers: 400);

    private static readonly IReadOnlyList<SimulatedPayment> Today
        = [.. Simulation.Create(new SimulationOptions { Seed = Seed, Customers = 400, Start = Day.Date, Days = 1, FraudPerMille = 0 }).Value.Payments()];

    /// <summary>The genuine payments.</summary>
    public static IReadOnlyList<SimulatedPayment> Genuine => Today;

    /// <summary>The payments of each of sixty episodes, in the order of their times.</summary>
    public static IEnumerable<IReadOnlyList<SimulatedPayment>> Of(IScenario scenario) => Enumerable.Range(0, Count).Select(number =>
    {
        var payments = new List<SimulatedPayment>();
        scenario.Plan(new Episode(World, Day, Today, RandomSource.For(Seed, (ulong)number), number, payments.Add));
        return (IReadOnlyList<SimulatedPayment>)[.. payments.OrderBy(static payment => payment.InitiatedAt)];
    });

    /// <summary>The amount in cents of a Euro, to a cent or two.</summary>
    public static long EuroCents(SimulatedPayment payment)
    {
        var country = Atlas.Countries.First(country => country.Currency.Equals(payment.Currency, StringComparison.Ordinal));
        return payment.AmountMinor * 100 / country.RatePercent;
    }

    /// <summary>The longest time between one payment and the next.</summary>
    public static TimeSpan LongestGap(IReadOnlyList<SimulatedPayment> payments)
        => payments.Zip(payments.Skip(1), Between).DefaultIfEmpty().Max();

    /// <summary>The time between the first payment and the last.</summary>
    public static TimeSpan Length(IReadOnlyList<SimulatedPayment> payments) => Between(payments[0], payments[^1]);

    /// <summary>The time between two payments.</summary>
    public static TimeSpan Between(SimulatedPayment from, SimulatedPayment to)
        => TimeSpan.FromMicroseconds(to.InitiatedAt.UnixMicroseconds - from.InitiatedAt.UnixMicroseconds);
}
