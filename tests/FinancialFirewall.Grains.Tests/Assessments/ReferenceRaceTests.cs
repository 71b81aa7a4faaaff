using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Assessments;

public sealed class ReferenceRaceTests
{
    private const int Seeds = 40;
    private const int RacesPerSeed = 5;

    [Fact]
    public void Assess_OneReferenceUnderTwoDebtorsAtOnce_GivesOneDecisionAndOneConflict()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var firewall = new SimulatedFirewall(seed, TestPolicies.AmountLimit(1000));
            for (var race = 0; race < RacesPerSeed; race++)
            {
                var answers = firewall.AtOnce(
                    [SimulatedFirewall.Payment($"r{race}", $"A{race}", "10")], [SimulatedFirewall.Payment($"r{race}", $"B{race}", "10")]);
                var decided = Assert.Single(answers, answer => answer.Refusal is null);
                var refused = Assert.Single(answers, answer => answer.Refusal is not null);
                Assert.Equal((seed, "REFERENCE_REUSED"), (seed, refused.Refusal![0].Code));
                Assert.Equal("fromAccountNumber", Assert.Single(refused.Refusal).Member);
                Assert.Equal((seed, decided.Bytes()), (seed, firewall.Find($"r{race}")?.Bytes()));
            }
        }
    }

    [Fact]
    public void Assess_SamePaymentTwiceAtOnce_GivesOneDecisionAndTheSameBytesAsDuplicate()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var firewall = new SimulatedFirewall(seed, TestPolicies.DailyLimit);
            for (var race = 0; race < RacesPerSeed; race++)
            {
                var payment = SimulatedFirewall.Payment($"r{race}", "A", "100");
                var answers = firewall.AtOnce([payment], [payment]);
                Assert.Equal((seed, 1), (seed, answers.Count(answer => answer.IsDuplicate)));
                Assert.Equal((seed, answers[0].Bytes()), (seed, answers[1].Bytes()));
            }
        }
    }

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

    [Fact]
    public void Assess_TwoPaymentsAtOnceWithRoomForOne_ApprovesOne()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var firewall = new SimulatedFirewall(seed, TestPolicies.DailyLimit);
            for (var race = 0; race < RacesPerSeed; race++)
            {
                var answers = firewall.AtOnce(
                    [SimulatedFirewall.Payment($"a{race}", $"A{race}", "600")], [SimulatedFirewall.Payment($"b{race}", $"A{race}", "600")]);
                Assert.Equal((seed, Decision.Approve, Decision.Reject), (seed, answers.Min(answer => answer.Decision()), answers.Max(answer => answer.Decision())));
            }
        }
    }
}
