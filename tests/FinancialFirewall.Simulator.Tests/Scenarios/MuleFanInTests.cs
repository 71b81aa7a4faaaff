using FinancialFirewall.Simulator.Scenarios;

namespace FinancialFirewall.Simulator.Tests.Scenarios;

public sealed class MuleFanInTests
{
    [Fact]
    public void Plan_EveryEpisode_CollectsFromManyInOneAccount()
    {
        foreach (var episode in Scenes.Of(new MuleFanIn()))
        {
            Assert.Single(episode.Select(payment => payment.ToAccountNumber).Distinct());
            Assert.InRange(episode.Count, MuleFanIn.FewestVictims, MuleFanIn.MostVictims);
            Assert.InRange(episode.Select(payment => payment.FromAccountNumber).Distinct().Count(), MuleFanIn.FewestVictims - 2, MuleFanIn.MostVictims);
            Assert.All(episode, payment => Assert.InRange(Scenes.EuroCents(payment), (MuleFanIn.LeastEuro * 100) - 2, MuleFanIn.MostEuro * 100));
            Assert.InRange(Scenes.Length(episode), TimeSpan.Zero, TimeSpan.FromHours(MuleFanIn.MostHours));
        }
    }
}
