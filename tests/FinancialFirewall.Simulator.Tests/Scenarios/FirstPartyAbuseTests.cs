using FinancialFirewall.Simulator.Scenarios;

namespace FinancialFirewall.Simulator.Tests.Scenarios;

public sealed class FirstPartyAbuseTests
{
    [Fact]
    public void Plan_EveryEpisode_IsTheCustomersOwnDeviceAndManyDearPurchases()
    {
        var known = Scenes.Genuine.Where(payment => payment.DeviceId is not null).Select(payment => (payment.CustomerId, payment.DeviceId)).ToHashSet();
        var seen = 0;
        foreach (var episode in Scenes.Of(new FirstPartyAbuse()))
        {
            var (customer, device) = Assert.Single(episode.Select(payment => (payment.CustomerId, payment.DeviceId)).Distinct());
            seen += known.Contains((customer, device)) ? 1 : 0;
            Assert.DoesNotContain(known, pair => pair.CustomerId == customer && pair.DeviceId != device);
            Assert.InRange(episode.Count, FirstPartyAbuse.FewestPurchases, FirstPartyAbuse.MostPurchases);
            Assert.All(episode, payment => Assert.InRange(Scenes.EuroCents(payment), (FirstPartyAbuse.LeastEuro * 100) - 2, FirstPartyAbuse.MostEuro * 100));
            Assert.InRange(Scenes.LongestGap(episode), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(FirstPartyAbuse.MostMinutesApart));
        }

        Assert.True(seen > 5, $"{seen} of the episodes are by somebody who used the device on the same day");
    }
}
