using FinancialFirewall.Simulator.Scenarios;

namespace FinancialFirewall.Simulator.Tests.Scenarios;

public sealed class CycleTests
{
    [Fact]
    public void Plan_EveryEpisode_EndsWhereItBegan()
    {
        foreach (var episode in Scenes.Of(new Cycle()))
        {
            Assert.InRange(episode.Count, Cycle.FewestAccounts - 1, Cycle.MostAccounts);
            Assert.Equal(episode[0].FromAccountNumber, episode[^1].ToAccountNumber);
            foreach (var (before, after) in episode.Zip(episode.Skip(1)))
            {
                Assert.Equal(before.ToAccountNumber, after.FromAccountNumber);
                var kept = 1_000.0 * Scenes.EuroCents(after) / Scenes.EuroCents(before);
                Assert.InRange(kept, 999 - Cycle.MostLossPerMille, 996);
            }

            Assert.InRange(Scenes.LongestGap(episode), TimeSpan.FromMinutes(20), TimeSpan.FromHours(Cycle.MostHoursApart));
        }
    }
}
