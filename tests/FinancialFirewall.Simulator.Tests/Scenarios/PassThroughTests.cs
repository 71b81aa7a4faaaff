using FinancialFirewall.Simulator.Scenarios;

namespace FinancialFirewall.Simulator.Tests.Scenarios;

public sealed class PassThroughTests
{
    [Fact]
    public void Plan_EveryEpisode_ForwardsNearlyAllThatCameIn()
    {
        foreach (var episode in Scenes.Of(new PassThrough()))
        {
            var (incoming, outgoing) = (episode[0], episode.Skip(1).ToList());
            Assert.InRange(outgoing.Count, 1, PassThrough.MostParts);
            Assert.All(outgoing, payment => Assert.Equal(incoming.ToAccountNumber, payment.FromAccountNumber));
            var percent = 100.0 * outgoing.Sum(Scenes.EuroCents) / Scenes.EuroCents(incoming);
            Assert.InRange(percent, PassThrough.LeastForwardedPercent - 0.1, PassThrough.MostForwardedPercent + 0.1);
            Assert.InRange(Scenes.Length(episode), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(PassThrough.MostMinutes));
        }
    }
}
