using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Assessments;

public sealed class RefundRaceTests
{
    [Theory, MemberData(nameof(Seeds.Portions), MemberType = typeof(Seeds))]
    public void Assess_RefundAndItsOriginalInOneBatch_ReleasesOnce(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var firewall = new SimulatedFirewall(seed, TestPolicies.DailyLimit);
        var account = seed % 2 == 0 ? "A" : "X";
        TestPayment original = new("original", "A", 900);
        var refund = Refund("refund", account, 400);
        firewall.AssessAll([.. (seed % 4 < 2 ? (TestPayment[])[original, refund] : [refund, original]).Select(payment => payment.Json)]);

        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(2));
        AssertLeft(firewall, 500);
    });

    [Theory, MemberData(nameof(Seeds.Portions), MemberType = typeof(Seeds))]
    public void Assess_ManyRefundsOfOneOriginalAtOnce_ReleaseItAtTheMost(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var firewall = new SimulatedFirewall(seed, TestPolicies.DailyLimit);
        firewall.Assess("original", "A", "900");
        var random = new Random(seed);
        var refunds = Enumerable.Range(0, 10).Select(_ => random.Next(5)).Select(number => Refund($"f{number}", $"X{number}", 150 + number)).ToArray();
        Exchange.AtOnce(firewall, [.. refunds.Select(refund => (TestPayment[])[refund])]).AssertOneDecisionEach(firewall);

        var released = Math.Min(900, refunds.Distinct().Sum(refund => refund.Amount));
        Assert.Equal(refunds.Distinct().Count(), JournalContent.Read(firewall).Releases.Count);
        AssertLeft(firewall, 100 + released);
    });

    [Theory, MemberData(nameof(Seeds.Portions), MemberType = typeof(Seeds))]
    public void Assess_RefundWhileItsOriginalIsRepeated_ReleasesOnce(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var firewall = new SimulatedFirewall(seed, TestPolicies.DailyLimit);
        TestPayment original = new("original", "A", 900);
        firewall.AssessAll(original.Json);
        Exchange.AtOnce(firewall, [original], [Refund("refund", "X", 400)], [original], [original, original]);
        AssertLeft(firewall, 500);
    });

    /// <summary>The same payments are released however often the process starts: once an original was answered for, nothing more comes of it.</summary>
    [Theory, MemberData(nameof(Seeds.Portions), MemberType = typeof(Seeds))]
    public void Assess_RefundAtOnceWithItsOriginal_ReleasesTheSameAfterARestart(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var firewall = new SimulatedFirewall(seed, TestPolicies.DailyLimit);
        Exchange.AtOnce(firewall, [new TestPayment("original", "A", 900)], [Refund("refund", "X", 400)]).AssertOneDecisionEach(firewall);
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(5));
        var released = Released(firewall);

        firewall.Restart();
        firewall.Assess("wakes", "X", "1");
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(5));
        Assert.Equal(released, Released(firewall));
    });

    [Fact]
    public void Assess_OriginalLongAfterItsRefund_ReleasesNothingBeforeAndAfterARestart()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.DailyLimit);
        firewall.AssessAll(Refund("refund", "X", 400).Json);
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(5));
        firewall.Assess("original", "A", "900");
        Assert.Empty(JournalContent.Read(firewall).Releases);

        firewall.Restart();
        firewall.Assess("wakes", "X", "1");
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(5));
        Assert.Empty(JournalContent.Read(firewall).Releases);
    }

    private static long Released(SimulatedFirewall firewall)
        => JournalContent.Read(firewall).Releases.Sum(release => new ReleaseRecord(release).BaseAmountMinor);

    private static void AssertLeft(SimulatedFirewall firewall, int left)
    {
        Assert.Equal(Decision.Reject, firewall.Assess("over", "A", $"{left + 1}").Decision());
        Assert.Equal(Decision.Approve, firewall.Assess("fits", "A", $"{left}").Decision());
    }

    private static TestPayment Refund(string reference, string account, int amount)
        => new(reference, account, amount) { More = ["kind", "REFUND", "originalTransactionReference", "original"] };
}
