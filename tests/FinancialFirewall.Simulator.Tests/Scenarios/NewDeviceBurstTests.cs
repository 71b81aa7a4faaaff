using FinancialFirewall.Simulator.Scenarios;

namespace FinancialFirewall.Simulator.Tests.Scenarios;

public sealed class NewDeviceBurstTests
{
    [Fact]
    public void Plan_EveryEpisode_UsesOneUnknownDeviceForManyCustomers()
    {
        foreach (var episode in Scenes.Of(new NewDeviceBurst()))
        {
            var device = Assert.Single(episode.Select(payment => payment.DeviceId).Distinct());
            Assert.DoesNotContain(Scenes.Genuine, payment => payment.DeviceId == device);
            Assert.InRange(episode.Select(payment => payment.CustomerId).Distinct().Count(), NewDeviceBurst.FewestCustomers - 1, NewDeviceBurst.MostCustomers);
            Assert.InRange(episode.Select(payment => payment.ToAccountNumber).Distinct().Count(), 1, 2);
            Assert.All(episode, payment => Assert.InRange(Scenes.EuroCents(payment), (NewDeviceBurst.LeastEuro * 100) - 2, NewDeviceBurst.MostEuro * 100));
            Assert.InRange(Scenes.LongestGap(episode), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(NewDeviceBurst.MostMinutesApart));
        }
    }
}
