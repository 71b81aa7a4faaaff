using FinancialFirewall.Simulator.Payments;
using FinancialFirewall.Simulator.Randomness;
using FinancialFirewall.Simulator.Rhythms;
using FinancialFirewall.Simulator.Worlds;

namespace FinancialFirewall.Simulator.Scenarios;

/// <summary>
/// Begins episodes so that fraud keeps its share of all payments, whatever the size of an episode: what one has too many, the next days have fewer. The
/// scenario that had fewest payments so far comes next, so that each has the same share of the fraud.
/// </summary>
/// <param name="seed">What episodes follow from.</param>
/// <param name="world">Everybody.</param>
/// <param name="scenarios">Those that take part.</param>
/// <param name="perMille">Payments of fraud for a thousand genuine ones.</param>
internal sealed class FraudPlanner(ulong seed, World world, IReadOnlyList<IScenario> scenarios, int perMille)
{
    private const ulong EpisodePurpose = 21;
    private const int PerMille = 1_000;

    private readonly long[] planned = new long[scenarios.Count];
    private long owed;
    private int episodes;

    /// <summary>Adds the payments of the episodes that begin on a day.</summary>
    public void Plan(SimulatedDay day, IReadOnlyList<SimulatedPayment> today, Action<SimulatedPayment> add)
    {
        owed += scenarios.Count == 0 ? 0 : (long)today.Count * perMille;
        while (owed >= PerMille)
        {
            var next = Array.IndexOf(planned, planned.Min());
            var scenario = scenarios[next];
            var count = 0;
            var episode = new Episode(world, day, today, RandomSource.For(seed, EpisodePurpose, (ulong)episodes), episodes, payment =>
            {
                count++;
                add(payment with { Scenario = scenario.Name });
            });
            scenario.Plan(episode);
            episodes++;
            planned[next] += Math.Max(1, count);
            owed -= Math.Max(1, count) * PerMille;
        }
    }
}
