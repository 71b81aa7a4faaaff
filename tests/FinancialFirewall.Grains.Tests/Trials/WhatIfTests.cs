using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Grains.Trials;

namespace FinancialFirewall.Grains.Tests.Trials;

public sealed class WhatIfTests
{
    private const string Policy = """
        {"baseCurrency":"EUR","configurations":[{"id":"11111111-1111-4111-8111-111111111111","configurationName":"all","paymentSource":"BOTH","riskRules":{
          "deviceRules":{"newDeviceRisk":true},
          "customRules":[
            {"name":"overDay","expression":"sum(amount, 24h) > 1000","weight":0.9},
            {"name":"busyDevice","expression":"count(payments by device, 1h) > 2","weight":0.4}]},
         "thresholds":{"rejectThreshold":0.8,"manualReviewThreshold":0.5,"approveThreshold":0.3}}]}
        """;

    [Fact]
    public void Ask_NothingElse_GivesTheVeryRecordAgain()
    {
        var (firewall, answer) = Lived();

        var asked = Ask(firewall, answer, new PolicyChoice()).Value;

        Assert.False(asked.IsChanged);
        Assert.Equal(answer.Bytes(), Convert.ToHexString(asked.After.Span));
    }

    [Fact]
    public void Ask_AnotherAmount_CountsItBesideWhatTheAccountHadDoneUntilThen()
    {
        var (firewall, answer) = Lived();
        firewall.Assess("later", "A", "900");

        Assert.Equal(Decision.Approve, DecisionOf(Ask(firewall, answer, new PolicyChoice(), "A", "599.99", "deviceId", "phone")));
        Assert.Equal(Decision.Reject, DecisionOf(Ask(firewall, answer, new PolicyChoice(), "A", "600.01", "deviceId", "phone")));
    }

    [Fact]
    public void Ask_AnotherDevice_CountsItThereAndKnowsWhetherItIsNew()
    {
        var (firewall, answer) = Lived();

        Assert.Equal("", Factors(Ask(firewall, answer, new PolicyChoice(), "A", "50", "deviceId", "phone")));
        Assert.Equal("newDevice", Factors(Ask(firewall, answer, new PolicyChoice(), "A", "50", "deviceId", "unseen")));
        Assert.Equal("newDevice busyDevice", Factors(Ask(firewall, answer, new PolicyChoice(), "A", "50", "deviceId", "shared")));
    }

    [Fact]
    public void Ask_AnotherAccount_DecidesFromThatOnesHistory()
    {
        var (firewall, answer) = Lived();

        Assert.Equal("overDay", Factors(Ask(firewall, answer, new PolicyChoice(), "B", "200")));
        Assert.Equal("", Factors(Ask(firewall, answer, new PolicyChoice(), "unseen", "200", "deviceId", "phone")));
    }

    [Fact]
    public void Ask_AnotherPolicy_FillsItsNewWindowsAsOfThen()
    {
        var (firewall, answer) = Lived();
        firewall.Assess("later", "A", "10");
        var often = Policy.Replace("sum(amount, 24h) > 1000", "count(payments, 24h) == 2", StringComparison.Ordinal);

        var asked = Ask(firewall, answer, TestTrials.OfFile(often)).Value;

        Assert.Equal((true, Decision.Reject, "overDay"), (asked.IsChanged, new AssessmentRecord(asked.After.Span).Decision, Factors(asked)));
        Assert.Equal(JournalContent.Read(firewall).ByReference["asked"].Bytes(), Convert.ToHexString(asked.Before.Span));
    }

    [Fact]
    public void Ask_OtherThresholds_DecidesByThemInWhateverPolicyIsAsked()
    {
        var (firewall, answer) = Lived();
        var stricter = Policy.Replace("0.8", "0.95", StringComparison.Ordinal);

        Decision With(PolicyChoice choice, string thresholds, params string[] members)
        {
            var question = Question(firewall, answer, choice, members) with { Thresholds = Encoding.UTF8.GetBytes(thresholds) };
            return DecisionOf(TestTrials.Ask(firewall, question));
        }

        Assert.Equal(Decision.Hold, With(new PolicyChoice(), """{"rejectThreshold":0.95,"holdThreshold":0.9}""", "A", "2000"));
        Assert.Equal(Decision.ManualReview, With(TestTrials.OfFile(stricter), "{}", "A", "2000"));
        Assert.Equal(Decision.Reject, With(TestTrials.OfFile(stricter), """{"rejectThreshold":null}""", "A", "2000"));
        Assert.Equal(Decision.Reject, With(new PolicyChoice(), """{"rejectThreshold":0}"""));
    }

    [Fact]
    public void Ask_OtherThresholdsWhereNoConfigurationApplies_IsRefused()
    {
        var (firewall, answer) = Lived();
        var cards = Policy.Replace("\"paymentSource\"", "\"paymentType\":\"CARD\",\"paymentSource\"", StringComparison.Ordinal);
        var question = Question(firewall, answer, TestTrials.OfFile(cards)) with { Thresholds = "{}"u8.ToArray() };

        Assert.Equal("CONFIGURATION_MISSING", TestTrials.Ask(firewall, question).Errors[0].Code);
    }

    [Fact]
    public void Ask_WhatIsNotThere_IsRefused()
    {
        var (firewall, answer) = Lived();
        var unknown = AssessmentId.Of(new Domain.Tenants.TenantId("other"), answer.Partition(), answer.Sequence(), firewall.Now);

        Assert.Equal("ASSESSMENT_UNKNOWN", TestTrials.Ask(firewall, new WhatIfQuestion(unknown, new PolicyChoice(), PolicyAsOf.Payment)).Errors[0].Code);
        Assert.Equal("POLICY_VERSION_UNKNOWN", Ask(firewall, answer, TestTrials.OfVersion(9)).Errors[0].Code);
    }

    /// <summary>A payment of A's phone, before which A had paid 400 by it, B 900 by another, and two accounts by a shared one.</summary>
    private static (SimulatedFirewall Firewall, AssessmentAnswer Answer) Lived()
    {
        var firewall = new SimulatedFirewall(seed: 1, Policy);
        firewall.Assess("a1", "A", "400", "deviceId", "phone");
        firewall.Assess("b1", "B", "900", "deviceId", "laptop");
        firewall.Assess("c1", "C", "10", "deviceId", "shared");
        firewall.Assess("d1", "D", "10", "deviceId", "shared");
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(1));
        var answer = firewall.Assess("asked", "A", "50", "deviceId", "phone");
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(1));
        return (firewall, answer);
    }

    private static Domain.Results.Result<WhatIfAnswer> Ask(SimulatedFirewall firewall, AssessmentAnswer answer, PolicyChoice choice, params string[] members)
        => TestTrials.Ask(firewall, Question(firewall, answer, choice, members));

    private static WhatIfQuestion Question(SimulatedFirewall firewall, AssessmentAnswer answer, PolicyChoice choice, params string[] members)
    {
        var question = new WhatIfQuestion(answer.Id(), choice, PolicyAsOf.Payment);
        if (members.Length > 0)
        {
            var batch = firewall.Pack([SimulatedFirewall.Payment(["asked", .. members])]);
            question = question with { Payment = batch[0].ToArray() };
        }

        return question;
    }

    private static Decision DecisionOf(Domain.Results.Result<WhatIfAnswer> asked) => new AssessmentRecord(asked.Value.After.Span).Decision;

    private static string Factors(Domain.Results.Result<WhatIfAnswer> asked) => Factors(asked.Value);

    private static string Factors(WhatIfAnswer asked)
    {
        var record = new AssessmentRecord(asked.After.Span);
        Outcome outcome = record.Outcome;
        var names = new List<string>();
        for (var place = outcome.Held.NextFrom(0); place >= 0; place = outcome.Held.NextFrom(place + 1))
        {
            names.Add(asked.Policy.FactorsAt(outcome.ConfigurationIndex)[place].Name);
        }

        return string.Join(' ', names);
    }
}
