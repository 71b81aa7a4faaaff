using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Grains.Trials;

namespace FinancialFirewall.Grains.Tests.Trials;

public sealed class PolicyPreviewTests
{
    private const string Rule = """
        {"configurationName":"limit","paymentSource":"BOTH","riskRules":{"customRules":[{"name":"often","expression":"count(payments, 24h) > 2","weight":0.9}]},
         "thresholds":{"rejectThreshold":0.8,"approveThreshold":0.3}}
        """;

    [Fact]
    public void Look_FewerPaymentsThanThereAre_DecidesTheLatestFromTheHistoryBeforeThem()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.AmountLimit(100));
        for (var i = 1; i <= 4; i++)
        {
            firewall.Assess($"r{i}", "A", "5");
            firewall.Scheduler.RunFor(TimeSpan.FromSeconds(1));
        }

        firewall.Assess("other", "B", "5");
        var looked = TestTrials.Preview(firewall, new PolicyPreview(TestTrials.OfFile($$"""{"baseCurrency":"EUR","configurations":[{{Rule}}]}""")) { Payments = 3 });

        Assert.Equal((3, 2), (looked.Value.Compared, looked.Value.Changed));
        Assert.Equal(["Approve Approve 1", "Approve Reject 2"], TestTrials.Spell(looked.Value));
        Assert.Equal(2, looked.Value.Samples.Count);
    }

    [Fact]
    public void Look_ConfigurationBesideThoseInForce_DoesNotDecideBeforeThem()
    {
        var firewall = new SimulatedFirewall(seed: 2, TestPolicies.AmountLimit(100).Replace("\"limit\",", "\"limit\", \"priority\": 1,", StringComparison.Ordinal));
        firewall.Assess("r1", "A", "500");

        var beside = TestTrials.Preview(firewall, new PolicyPreview(TestTrials.OfConfigurations(Rule.Replace("{\"configurationName\"", "{\"priority\":2,\"configurationName\"", StringComparison.Ordinal))));
        var instead = TestTrials.Preview(firewall, new PolicyPreview(TestTrials.OfConfigurations(Rule)));

        Assert.Equal((1, 0), (beside.Value.Compared, beside.Value.Changed));
        Assert.Equal((1, 1), (instead.Value.Compared, instead.Value.Changed));
    }

    [Fact]
    public void Look_WhatIsWrong_IsNamedAsTheCallerCountsIt()
    {
        var firewall = new SimulatedFirewall(seed: 3, TestPolicies.AmountLimit(100));
        var broken = Rule.Replace("payments, 24h", "payments, 24", StringComparison.Ordinal);

        var refused = TestTrials.Preview(firewall, new PolicyPreview(TestTrials.OfConfigurations(Rule, broken))).Errors;

        Assert.StartsWith("/configurations/1/riskRules/customRules/0/expression", refused[0].Member, StringComparison.Ordinal);
        Assert.Equal("PAYMENTS_INVALID", TestTrials.Preview(firewall, new PolicyPreview(TestTrials.OfVersion(1)) { Payments = 2_001 }).Errors[0].Code);
        Assert.Equal("TOO_MANY_CONFIGURATIONS", TestTrials.Preview(firewall, new PolicyPreview(TestTrials.OfConfigurations([.. Enumerable.Repeat(Rule, 101)]))).Errors[0].Code);
    }

    [Fact]
    public void Look_PaymentsOfOneBusyAccountAndManyQuietOnes_AreTheLatestOfAll()
    {
        var firewall = new SimulatedFirewall(seed: 5, TestPolicies.AmountLimit(100));
        var random = new Random(5);
        for (var i = 0; i < 150; i++)
        {
            firewall.Assess($"r{i}", random.Next(5) > 0 ? "busy" : $"quiet{random.Next(40)}", "5");
            firewall.Scheduler.RunFor(TimeSpan.FromSeconds(1));
        }

        var times = JournalContent.Read(firewall).Assessments.Select(static answer => new AssessmentRecord(answer.Record.Span).AssessedAt).Order().ToList();
        foreach (var payments in new[] { 1, 10, 60, 149, 150, 2_000 })
        {
            var report = TestTrials.Preview(firewall, new PolicyPreview(TestTrials.OfVersion(1)) { Payments = payments }).Value;
            var expected = Math.Min(payments, times.Count);
            Assert.Equal((payments, expected, times[^expected], times[^1]), (payments, report.Compared, report.FirstAssessedAt, report.LastAssessedAt));
        }
    }

    [Fact]
    public void Look_NoPayments_IsAnEmptyReport()
    {
        var firewall = new SimulatedFirewall(seed: 4, TestPolicies.AmountLimit(100));

        var report = TestTrials.Preview(firewall, new PolicyPreview(TestTrials.OfVersion(1))).Value;

        Assert.Equal((0, null, 0), (report.Compared, report.FirstAssessedAt, report.Decisions.Count));
    }

    [Fact]
    public void TryEnter_MoreThanThereIsRoomFor_IsRefusedUntilOneLeaves()
    {
        var room = new TrialRoom();
        Assert.All(Enumerable.Range(0, TrialRoom.Maximum), _ => Assert.True(room.TryEnter()));

        Assert.False(room.TryEnter());
        room.Leave();
        Assert.True(room.TryEnter());
    }
}
