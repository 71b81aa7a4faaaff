using FinancialFirewall.Simulator.Scenarios;

namespace FinancialFirewall.Simulator.Tests.Scenarios;

public sealed class AccountTakeoverTests
{
    [Fact]
    public void Plan_EveryEpisode_PaysNewPayeesFromOneAccountWithAStrangersDevice()
    {
        foreach (var episode in Scenes.Of(new AccountTakeover()))
        {
            var account = Assert.Single(episode.Select(payment => payment.FromAccountNumber).Distinct());
            var device = Assert.Single(episode.Select(payment => payment.DeviceId).Distinct());
            Assert.DoesNotContain(Scenes.Genuine, payment => payment.DeviceId == device);
            var large = episode.Where(payment => Scenes.EuroCents(payment) > 500_00).ToList();
            Assert.InRange(large.Count, AccountTakeover.FewestTransfers, AccountTakeover.MostTransfers);
            Assert.All(large, payment => Assert.InRange(Scenes.EuroCents(payment), (AccountTakeover.LeastEuro * 100) - 2, AccountTakeover.MostEuro * 100));
            Assert.InRange(episode.Count - large.Count, 0, 1);
            Assert.All(episode, payment => Assert.NotEqual(account, payment.ToAccountNumber));
            Assert.InRange(Scenes.LongestGap(episode), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(AccountTakeover.MostMinutesApart));
        }
    }
}
