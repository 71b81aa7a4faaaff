using FinancialFirewall.Simulator.Scenarios;

namespace FinancialFirewall.Simulator.Tests.Scenarios;

public sealed class CardTestingTests
{
    [Fact]
    public void Plan_EveryEpisode_TriesManyCardsWithOneDeviceAndSpendsWithSome()
    {
        foreach (var episode in Scenes.Of(new CardTesting()))
        {
            Assert.Single(episode.Select(payment => payment.DeviceId).Distinct());
            Assert.All(episode, payment => Assert.False(payment.CardPresent));
            var tests = episode.Where(payment => Scenes.EuroCents(payment) <= CardTesting.MostTestCents).ToList();
            var hits = episode.Except(tests).ToList();
            Assert.Single(tests.Select(payment => payment.MerchantId).Distinct());
            Assert.Equal(tests.Count, tests.Select(payment => payment.CardToken).Distinct().Count());
            Assert.InRange(tests.Count, CardTesting.FewestCards - 2, CardTesting.MostCards);
            Assert.InRange(hits.Count, CardTesting.FewestHits, CardTesting.MostHits);
            Assert.Subset(tests.Select(payment => payment.CardToken).ToHashSet(), hits.Select(payment => payment.CardToken).ToHashSet());
            Assert.All(hits, payment => Assert.InRange(Scenes.EuroCents(payment), (CardTesting.LeastHitEuro * 100) - 2, CardTesting.MostHitEuro * 100));
            Assert.InRange(Scenes.LongestGap(tests), TimeSpan.Zero, TimeSpan.FromSeconds(40));
        }
    }
}
