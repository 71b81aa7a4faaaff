using FinancialFirewall.Simulator.Scenarios;

namespace FinancialFirewall.Simulator.Tests.Scenarios;

public sealed class ImpossibleTravelTests
{
    private const double FastestKilometresAnHour = 1_000;
    private const double KilometresADegree = 111;

    [Fact]
    public void Plan_EveryEpisode_IsFartherAwayThanAnyoneCanFly()
    {
        foreach (var episode in Scenes.Of(new ImpossibleTravel()))
        {
            Assert.InRange(episode.Count, 1, ImpossibleTravel.MostPayments);
            var first = episode[0];
            var real = Scenes.Genuine.Where(payment => payment.CardPresent == true && payment.CardToken == first.CardToken && payment.InitiatedAt < first.InitiatedAt).MaxBy(payment => payment.InitiatedAt)!;
            var hours = Scenes.Between(real, first).TotalHours;
            Assert.InRange(hours, 0, ImpossibleTravel.MostMinutes / 60.0);
            var north = (first.Place!.Value.Latitude - real.Place!.Value.Latitude) / 10_000.0;
            var east = (first.Place.Value.Longitude - real.Place.Value.Longitude) / 10_000.0 * 0.6;
            var kilometres = Math.Sqrt((north * north) + (east * east)) * KilometresADegree;
            Assert.True(kilometres / hours > FastestKilometresAnHour, $"{kilometres:0} km in {hours:0.0} h");
            Assert.All(episode, payment => Assert.True(payment.CardPresent));
            Assert.All(episode, payment => Assert.InRange(payment.AmountMinor, ImpossibleTravel.LeastDollars * 100, ImpossibleTravel.MostDollars * 100));
        }
    }
}
