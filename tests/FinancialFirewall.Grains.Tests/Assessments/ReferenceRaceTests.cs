using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Assessments;

public sealed class ReferenceRaceTests
{
    private static readonly string[] Accounts = ["A", "B", "C", "D"];

    [Theory, MemberData(nameof(Seeds.Portions), MemberType = typeof(Seeds))]
    public void Assess_OneReferenceUnderTwoDebtorsAtOnce_GivesOneDecisionAndOneConflict(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var firewall = new SimulatedFirewall(seed, TestPolicies.AmountLimit(1000));
        var exchange = Exchange.AtOnce(firewall, [new("r", "A", 10)], [new("r", "B", 10)]);

        var decided = Assert.Single(exchange.Decided);
        var (winner, loser) = decided.Account() == "A" ? ("A", "B") : ("B", "A");
        var conflict = new Error(
            ErrorKind.Conflict,
            "REFERENCE_REUSED",
            "fromAccountNumber",
            loser,
            $"The reference 'r' already belongs to a payment whose fromAccountNumber is '{winner}': use a new one for a new payment.");
        Assert.Equal([conflict], exchange.Refusals);
        exchange.AssertOneDecisionEach(firewall);
    });

    [Theory, MemberData(nameof(Seeds.Portions), MemberType = typeof(Seeds))]
    public void Assess_OneReferenceTwiceAtOnce_GivesTheSameBytesForTheSameBodyAndWhatDiffersForAnother(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var firewall = new SimulatedFirewall(seed, TestPolicies.DailyLimit);
        var exchange = Exchange.AtOnce(firewall, [new("r", "A", 100), new("r", "A", 101)], [new("s", "A", 100)], [new("r", "A", 100)], [new("s", "A", 100)]);
        Assert.Contains("amount", exchange.Refusals.Select(error => error.Member));
        Assert.Equal(["r", "s"], exchange.Decided.Select(answer => answer.Reference()).Distinct().Order());
        exchange.AssertOneDecisionEach(firewall);
    });

    /// <summary>Few references, accounts and amounts in many batches: repetitions inside batches, between batches, under other debtors and with other bodies.</summary>
    [Theory, MemberData(nameof(Seeds.Portions), MemberType = typeof(Seeds))]
    public void Assess_StormOfRepetitions_DecidesEachReferenceOnce(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var firewall = new SimulatedFirewall(seed, seed % 2 == 0 ? TestPolicies.DailyLimit : TestPolicies.DeviceLimit);
        Storm(new Random(seed)).AssertOneDecisionEach(firewall);

        Exchange Storm(Random random) => Exchange.AtOnce(firewall, [.. Enumerable.Range(0, 8).Select(_ => Batch(random))]);
    });

    [Theory, MemberData(nameof(Seeds.Portions), MemberType = typeof(Seeds))]
    public void Find_WhileTheSamePaymentIsRepeated_FindsTheFirst(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var firewall = new SimulatedFirewall(seed, TestPolicies.AmountLimit(1000));
        var payment = SimulatedFirewall.Payment("r", "A", "10");
        var answer = firewall.AssessAll(payment)[0];
        var repeating = firewall.Scheduler.Start(() => Task.WhenAll(Enumerable.Range(0, 5).Select(_ => firewall.AssessAsync(payment))));
        while (!repeating.IsCompleted)
        {
            Assert.Equal(answer.Bytes(), firewall.Find("r")?.Bytes());
        }
    });

    [Fact]
    public void Assess_SamePaymentTwiceInOneBatchAndAfterARestart_GivesTheSameBytes()
    {
        var firewall = new SimulatedFirewall(seed: 3, TestPolicies.DailyLimit);
        var payment = SimulatedFirewall.Payment("r", "A", "100");
        var other = SimulatedFirewall.Payment("r", "A", "101");

        var answers = firewall.AssessAll(payment, payment, other);
        firewall.Restart();
        var later = firewall.AssessAll(payment, other);

        Assert.Equal([false, true, false], answers.Select(answer => answer.IsDuplicate));
        Assert.Equal(answers[0].Bytes(), answers[1].Bytes());
        Assert.Equal("amount", Assert.Single(answers[2].Refusal!).Member);
        Assert.True(later[0].IsDuplicate);
        Assert.Equal(answers[0].Bytes(), later[0].Bytes());
        Assert.Equal("REFERENCE_REUSED", Assert.Single(later[1].Refusal!).Code);
    }

    private static TestPayment[] Batch(Random random) => [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Payment(random))];

    private static TestPayment Payment(Random random)
        => new($"r{random.Next(6)}", Accounts[random.Next(Accounts.Length)], 10 * random.Next(1, 3)) { More = ["deviceId", "phone"] };
}
