using FinancialFirewall.Simulator.Scenarios;

namespace FinancialFirewall.Simulator.Tests.Scenarios;

public sealed class MuleFanOutTests
{
    [Fact]
    public void Plan_EveryEpisode_ScattersFromOneAccountToMany()
    {
        foreach (var episode in Scenes.Of(new MuleFanOut()))
        {
            Assert.Single(episode.Select(payment => payment.FromAccountNumber).Distinct());
            Assert.InRange(episode.Count, MuleFanOut.FewestPayees, MuleFanOut.MostPayees);
            Assert.InRange(episode.Select(payment => payment.ToAccountNumber).Distinct().Count(), MuleFanOut.FewestPayees - 2, MuleFanOut.MostPayees);
            Assert.All(episode, payment => Assert.InRange(Scenes.EuroCents(payment), (MuleFanOut.LeastEuro * 100) - 2, MuleFanOut.MostEuro * 100));
            Assert.InRange(Scenes.LongestGap(episode), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(MuleFanOut.MostMinutesApart));
        }
    }
}
