using FinancialFirewall.Simulator.Payments;

namespace FinancialFirewall.Host.Simulating;

/// <summary>How many simulated payments there were of which kind.</summary>
internal sealed class ScenarioTally
{
    private readonly SortedDictionary<string, long> scenarios = new(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public long Payments { get; private set; }

    /// <summary>Those that are fraud.</summary>
    public long Fraud => scenarios.Values.Sum();

    /// <summary>Fraud by scenario.</summary>
    public IEnumerable<KeyValuePair<string, long>> Scenarios => scenarios;

    /// <summary>Counts a payment.</summary>
    public void Add(SimulatedPayment payment)
    {
        Payments++;
        if (payment.Scenario is { } scenario)
        {
            scenarios[scenario] = scenarios.GetValueOrDefault(scenario) + 1;
        }
    }
}
