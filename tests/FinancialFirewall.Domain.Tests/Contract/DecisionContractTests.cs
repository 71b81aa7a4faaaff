using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tests.Policies;

namespace FinancialFirewall.Domain.Tests.Contract;

/// <summary>"Decision" of the contract, sentence by sentence. The score of each payment comes from <c>w&lt;n&gt;</c> in its description.</summary>
public sealed class DecisionContractTests
{
    private const string Rules = """
        "riskRules": {"customRules": [
            {"name": "w1", "expression": "description contains 'w1 '", "weight": 0.1}, {"name": "w2", "expression": "description contains 'w2 '", "weight": 0.2},
            {"name": "w3", "expression": "description contains 'w3 '", "weight": 0.3}, {"name": "w5", "expression": "description contains 'w5 '", "weight": 0.5}]}
        """;

    private const string Lists = """
        "lists": {
            "blocked": {"kind": "BLOCK", "member": "fromAccountNumber", "entries": [
                {"value": "BAD", "reason": "stolen"}, {"value": "BOTH"}, {"value": "OLD", "expiresAt": "2026-03-04T12:00:00Z"}, {"value": "SOON", "expiresAt": "2026-03-04T12:00:00.000001Z"}]},
            "allowed": {"kind": "ALLOW", "member": "fromAccountNumber", "entries": [{"value": "GOOD"}, {"value": "BOTH"}]},
            "sanctions": {"kind": "BLOCK", "mandatory": true, "member": "creditorName", "entries": [{"value": "Mr Sanctioned"}]},
            "watched": {"kind": "WATCH", "entries": [{"value": "WATCHED"}]},
            "networks": {"kind": "BLOCK", "member": "ipAddress", "entries": [{"value": "192.0.2.0/24"}]}}
        """;

    public static TheoryData<int, Decision, DecisionStep> DefaultThresholds => new()
    {
        { 0, Decision.Approve, DecisionStep.ApproveThreshold },
        { 3, Decision.Approve, DecisionStep.ApproveThreshold },
        { 4, Decision.ManualReview, DecisionStep.BetweenThresholds },
        { 5, Decision.ManualReview, DecisionStep.ManualReviewThreshold },
        { 7, Decision.ManualReview, DecisionStep.ManualReviewThreshold },
        { 8, Decision.Reject, DecisionStep.RejectThreshold },
        { 10, Decision.Reject, DecisionStep.RejectThreshold },
    };

    public static TheoryData<int, Decision> AllThresholds => new()
    {
        { 0, Decision.Approve }, { 1, Decision.Approve }, { 2, Decision.ManualReview }, { 3, Decision.ManualReview }, { 4, Decision.ManualReview },
        { 5, Decision.Hold }, { 6, Decision.Escalate }, { 8, Decision.Escalate }, { 9, Decision.Reject }, { 10, Decision.Reject },
    };

    [Theory]
    [MemberData(nameof(DefaultThresholds))]
    public void Thresholds_NotSet_AreTheContractsDefaults(int tenths, Decision decision, DecisionStep step)
    {
        var assessed = Bench("").Assess(Scored(tenths));

        Assert.Equal(tenths / 10m, assessed.Score);
        Assert.Equal((decision, step), (assessed.Decision, assessed.Outcome.Step));
    }

    [Theory]
    [MemberData(nameof(AllThresholds))]
    public void Thresholds_AllSet_TheMostSevereOneReachedDecides(int tenths, Decision decision)
    {
        const string Thresholds = """
            , "thresholds": {"rejectThreshold": 0.9, "escalateThreshold": 0.6, "holdThreshold": 0.5, "manualReviewThreshold": 0.3, "approveThreshold": 0.1}
            """;

        Assert.Equal(decision, Bench(Thresholds).Assess(Scored(tenths)).Decision);
    }

    [Fact]
    public void Thresholds_ApproveAboveManualReview_TheMoreSevereWins()
        => Assert.Equal(
            Decision.ManualReview,
            Bench(""", "thresholds": {"manualReviewThreshold": 0.2, "approveThreshold": 0.4}""").Assess(Scored(2)).Decision);

    [Theory]
    [InlineData("BAD", Decision.Reject, DecisionStep.BlockList)]
    [InlineData("BOTH", Decision.Reject, DecisionStep.BlockList)]
    [InlineData("GOOD", Decision.Approve, DecisionStep.AllowList)]
    [InlineData("WATCHED", Decision.ManualReview, DecisionStep.ManualReviewThreshold)]
    [InlineData("OTHER", Decision.ManualReview, DecisionStep.ManualReviewThreshold)]
    [InlineData("OLD", Decision.ManualReview, DecisionStep.ManualReviewThreshold)]
    [InlineData("SOON", Decision.Reject, DecisionStep.BlockList)]
    public void Lists_BlockRejectsElseAllowApproves_WhateverTheScore(string account, Decision decision, DecisionStep step)
    {
        var assessed = Bench("").Assess($"{Scored(7)}, \"fromAccountNumber\": \"{account}\"");

        Assert.Equal((decision, step), (assessed.Decision, assessed.Outcome.Step));
        Assert.Equal(0.7m, assessed.Score);
    }

    [Fact]
    public void Lists_AllowAgainstAMandatoryList_TheMandatoryListWins()
    {
        var assessed = Bench("").Assess("""
            "fromAccountNumber": "GOOD", "creditorName": "Mr Sanctioned"
            """);

        Assert.Equal(Decision.Reject, assessed.Decision);
        Assert.Equal("Mandatory BLOCK list 'sanctions' holds creditorName Mr Sanctioned.", assessed.Reason);
    }

    [Theory]
    [InlineData("192.0.2.77", Decision.Reject)]
    [InlineData("192.0.3.1", Decision.Approve)]
    public void Lists_OfAddresses_HoldByRange(string address, Decision decision)
        => Assert.Equal(decision, Bench("").Assess($"\"ipAddress\": \"{address}\"").Decision);

    [Fact]
    public void Lists_MemberIsAbsent_NeverHold()
        => Assert.Equal(DecisionStep.ApproveThreshold, Bench("").Assess().Outcome.Step);

    [Fact]
    public void Lists_WithoutAConfiguration_StillDecide()
    {
        var bench = PolicyBench.Of($$"""{"baseCurrency": "EUR", {{Lists}}}""");

        Assert.Equal(DecisionStep.BlockList, bench.Assess("\"fromAccountNumber\": \"BAD\"").Outcome.Step);
        Assert.Equal(DecisionStep.AllowList, bench.Assess("\"fromAccountNumber\": \"GOOD\"").Outcome.Step);
        Assert.Equal(DecisionStep.NoConfiguration, bench.Assess().Outcome.Step);
    }

    [Theory]
    [InlineData(9, 50, "", Decision.Reject)]
    [InlineData(0, 20_000, "", Decision.Reject)]
    [InlineData(0, 50, "FR", Decision.ManualReview)]
    [InlineData(0, 150, "FR", Decision.Reject)]
    [InlineData(7, 50, "", Decision.Escalate)]
    [InlineData(6, 50, "", Decision.Hold)]
    [InlineData(0, 5_000, "", Decision.Hold)]
    [InlineData(5, 50, "", Decision.ManualReview)]
    [InlineData(1, 100, "", Decision.Approve)]
    [InlineData(2, 100, "", Decision.ManualReview)]
    [InlineData(1, 101, "", Decision.ManualReview)]
    [InlineData(1, 100, "FR", Decision.ManualReview)]
    public void Criteria_TheMostSevereThatHolds_Decides(int tenths, int amount, string country, Decision decision)
    {
        const string Criteria = """
            , "decisionCriteria": {
                "autoReject": {"minRiskScore": 0.9, "minAmount": 20000, "condition_country": "country == 'FR'", "condition_amount": "amount > 100"},
                "escalate": {"minRiskScore": 0.7},
                "hold": {"minRiskScore": 0.6, "minAmount": 5000},
                "manualReview": {"minRiskScore": 0.5},
                "autoApprove": {"maxRiskScore": 0.1, "maxAmount": 100, "condition_home": "not country == 'FR'"}}
            """;
        var place = country.Length == 0 ? "" : $", \"country\": \"{country}\"";

        Assert.Equal(decision, Bench(Criteria).Assess($"{Scored(tenths)}, \"amount\": {amount}{place}").Decision);
    }

    [Fact]
    public void Criteria_ThereAreAny_ThresholdsDoNotDecide()
    {
        var assessed = Bench(""", "decisionCriteria": {"autoReject": {"minRiskScore": 1}}""").Assess(Scored(9));

        Assert.Equal((Decision.ManualReview, DecisionStep.NoCriterion), (assessed.Decision, assessed.Outcome.Step));
    }

    [Fact]
    public void Criteria_ConditionsInS4sSpelling_SeeTheFinalScore()
    {
        var bench = Bench(""", "decisionCriteria": {"autoApprove": {"condition_x": "${amount} < 1000 AND ${riskScore} < 0.3"}}""");

        Assert.Equal(Decision.Approve, bench.Assess(Scored(2)).Decision);
        Assert.Equal(Decision.ManualReview, bench.Assess(Scored(3)).Decision);
        Assert.Equal(Decision.ManualReview, bench.Assess($"{Scored(2)}, \"amount\": 1000").Decision);
    }

    [Fact]
    public void Criteria_AmountsByCurrency_HoldForThoseCurrenciesAsSent()
    {
        var bench = Bench(""", "decisionCriteria": {"hold": {"minAmount": {"EUR": 10000, "JPY": 1600000}}}""");

        Assert.Equal(Decision.Hold, bench.Assess("\"amount\": 10000").Decision);
        Assert.Equal(Decision.ManualReview, bench.Assess("\"amount\": 9999.99").Decision);
        Assert.Equal(Decision.Hold, bench.Assess("\"amount\": 1600000, \"currency\": \"JPY\"").Decision);
        Assert.Equal(Decision.ManualReview, bench.Assess("\"amount\": 1599999, \"currency\": \"JPY\"").Decision);
        Assert.Equal(Decision.ManualReview, bench.Assess("\"amount\": 2000000, \"currency\": \"USD\"").Decision);
    }

    [Fact]
    public void Reason_OfEachStep_NamesItAndTheValues()
    {
        Assert.Equal("riskScore 0.8000 reaches rejectThreshold 0.8000.", Bench("").Assess(Scored(8)).Reason);
        Assert.Equal("riskScore 0.5000 reaches manualReviewThreshold 0.5000.", Bench("").Assess(Scored(5)).Reason);
        Assert.Equal("riskScore 0.4000 is between approveThreshold 0.3000 and manualReviewThreshold 0.5000.", Bench("").Assess(Scored(4)).Reason);
        Assert.Equal("riskScore 0.1000 is at or below approveThreshold 0.3000.", Bench("").Assess(Scored(1)).Reason);
        Assert.Equal("BLOCK list 'blocked' holds fromAccountNumber BAD: stolen", Bench("").Assess("\"fromAccountNumber\": \"BAD\"").Reason);
        Assert.Equal("ALLOW list 'allowed' holds fromAccountNumber GOOD.", Bench("").Assess("\"fromAccountNumber\": \"GOOD\"").Reason);

        var bench = Bench("""
            , "decisionCriteria": {"hold": {"minRiskScore": 0.5, "minAmount": 5000, "condition_x": "country == 'FR'"}, "autoApprove": {"maxAmount": {"EUR": 10}}}
            """);
        Assert.Equal("hold holds: riskScore 0.5000 >= minRiskScore 0.5000; amount 6000.00 >= minAmount 5000.", bench.Assess($"{Scored(5)}, \"amount\": 6000").Reason);
        Assert.Equal("hold holds: condition_x: country FR.", bench.Assess("\"country\": \"FR\"").Reason);
        Assert.Equal("autoApprove holds: originalAmount 9.50 EUR <= maxAmount 10.", bench.Assess("\"amount\": 9.5").Reason);
        Assert.Equal("No criterion of decisionCriteria holds: riskScore 0.0000, amount 50.00.", bench.Assess().Reason);
    }

    private static PolicyBench Bench(string members)
        => PolicyBench.Of($$"""
            {"baseCurrency": "EUR", "rates": {"asOf": "2026-03-01", "USD": "1.1", "JPY": "160"}, {{Lists}},
             "configurations": [{"configurationName": "c", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME", {{Rules}}{{members}}}]}
            """);

    /// <summary>A description that makes a score of so many tenths.</summary>
    private static string Scored(int tenths)
    {
        var words = "";
        foreach (var weight in (ReadOnlySpan<int>)[5, 3, 2, 1])
        {
            if (tenths >= weight)
            {
                tenths -= weight;
                words += $"w{weight} ";
            }
        }

        Assert.Equal(0, tenths);
        return $"\"description\": \"{words}.\"";
    }
}
