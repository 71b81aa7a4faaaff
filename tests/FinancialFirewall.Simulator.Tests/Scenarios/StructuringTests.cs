using FinancialFirewall.Simulator.Scenarios;

namespace FinancialFirewall.Simulator.Tests.Scenarios;

public sealed class StructuringTests
{
    [Fact]
    public void Plan_EveryEpisode_StaysBelowTheThresholdAndPassesItInSum()
    {
        foreach (var episode in Scenes.Of(new Structuring()))
        {
            Assert.Single(episode.Select(payment => payment.FromAccountNumber).Distinct());
            Assert.InRange(episode.Select(payment => payment.ToAccountNumber).Distinct().Count(), 1, 2);
            Assert.InRange(episode.Count, Structuring.FewestParts, Structuring.MostParts);
            Assert.All(episode, payment => Assert.InRange(Scenes.EuroCents(payment), (Structuring.LeastEuro * 100) - 2, Structuring.MostEuro * 100));
            Assert.True(episode.Sum(Scenes.EuroCents) > 3 * Structuring.ThresholdEuro * 100L);
            Assert.InRange(Scenes.Length(episode), TimeSpan.Zero, TimeSpan.FromHours(Structuring.MostHours));
        }
    }
}
