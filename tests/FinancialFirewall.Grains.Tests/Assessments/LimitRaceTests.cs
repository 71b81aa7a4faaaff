using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Assessments;

public sealed class LimitRaceTests
{
    private const int DailyLimit = 1000;

    [Theory, MemberData(nameof(Seeds.Portions), MemberType = typeof(Seeds))]
    public void Assess_SeveralPaymentsAtOnceWithRoomForOne_ApprovesOne(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var firewall = new SimulatedFirewall(seed, TestPolicies.DailyLimit);
        var exchange = Exchange.AtOnce(
            firewall, [new("a", "A", 600)], [new("b", "A", 600), new("c", "A", 600)], [new("d", "A", 600), new("e", "B", 600)]);
        Assert.Equal(1, exchange.Decided.Count(answer => answer.Account() == "A" && answer.Decision() == Decision.Approve));
        Assert.Equal(3, exchange.Decided.Count(answer => answer.Account() == "A" && answer.Decision() == Decision.Reject));
        Assert.Equal(Decision.Approve, Assert.Single(exchange.Decided, answer => answer.Account() == "B").Decision());
    });

    /// <summary>Whatever the order was: what the journal says was decided is what a running sum in the journal's order gives, to the cent.</summary>
    [Theory, MemberData(nameof(Seeds.Portions), MemberType = typeof(Seeds))]
    public void Assess_ManyBatchesAtOnce_DecidesEachBesideExactlyWhatCameBefore(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var firewall = new SimulatedFirewall(seed, TestPolicies.DailyLimit);
        var random = new Random(seed);
        Exchange.AtOnce(firewall, [.. Enumerable.Range(0, 12).Select(batch => Batch(random, batch))]).AssertOneDecisionEach(firewall);

        var spent = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var answer in JournalContent.Read(firewall).Assessments)
        {
            var sum = spent.GetValueOrDefault(answer.Account()) + answer.AmountMinor();
            var fits = sum <= DailyLimit * 100;
            Assert.Equal(fits ? Decision.Approve : Decision.Reject, answer.Decision());
            spent[answer.Account()] = fits ? sum : sum - answer.AmountMinor();
        }
    });

    private static TestPayment[] Batch(Random random, int batch)
        => [.. Enumerable.Range(0, random.Next(1, 5)).Select(i => new TestPayment($"p{batch}-{i}", random.Next(2) == 0 ? "A" : "B", random.Next(1, 500)))];
}
