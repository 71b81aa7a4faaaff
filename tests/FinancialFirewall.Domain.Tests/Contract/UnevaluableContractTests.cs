using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tests.Policies;

namespace FinancialFirewall.Domain.Tests.Contract;

/// <summary>"What cannot be evaluated" of the contract: never a silent "no match".</summary>
public sealed class UnevaluableContractTests
{
    private const string NoRate = "\"currency\": \"USD\"";
    private const string HighAmount = "\"riskRules\": {\"amountRules\": {\"highAmountThreshold\": 10000}}";

    [Fact]
    public void NoRate_ForAnAmountRule_IsShownDegradedAndReviewed()
    {
        var assessed = Bench(HighAmount).Assess(NoRate);

        Assert.Equal((Decision.ManualReview, DecisionStep.ApproveThreshold), (assessed.Decision, assessed.Outcome.Step));
        Assert.True((bool)assessed.Whole()["degraded"]!);
        Assert.Equal("{0}", assessed.Outcome.Unknown.ToString());
        Assert.Equal(
            "riskScore 0.0000 is at or below approveThreshold 0.3000. Could not be evaluated: highAmount (amount). The fallback MANUAL_REVIEW decides, being more severe.",
            assessed.Reason);
        Assert.Equal(
            "Could not be evaluated: highAmount (amount). The fallback MANUAL_REVIEW decides, being more severe.", (string)assessed.Whole()["errorMessage"]!);
    }

    [Fact]
    public void NoRate_NothingNeedsIt_ChangesNothing()
    {
        var assessed = Bench("\"riskRules\": {\"accountRules\": {\"crossBorderRisk\": true}}").Assess(NoRate);

        Assert.Equal((Decision.Approve, false), (assessed.Decision, assessed.Outcome.IsDegraded));
        Assert.Null(assessed.Whole()["errorMessage"]);
    }

    [Fact]
    public void NoRate_WhatElseFails_DecidesTheCondition()
    {
        var bench = Bench("""
            "riskRules": {"customRules": [{"name": "and", "expression": "amount > 5 and country == 'FR'", "weight": 0.1},
                                          {"name": "or", "expression": "amount > 5 or not exists(country)", "weight": 0.1}]}
            """);

        var assessed = bench.Assess(NoRate);

        Assert.Equal(("or", false), (assessed.Factors, assessed.Outcome.IsDegraded));
    }

    [Fact]
    public void Fallback_MilderThanWhatCouldBeEvaluated_LeavesTheDecision()
    {
        var assessed = Bench("""
            "riskRules": {"amountRules": {"highAmountThreshold": 10000}, "customRules": [{"name": "bad", "expression": "country == 'FR'", "weight": 0.9}]},
            "fallbackConfig": {"decision": "HOLD"}
            """).Assess($"{NoRate}, \"country\": \"FR\"");

        Assert.Equal((Decision.Reject, true), (assessed.Decision, assessed.Outcome.IsDegraded));
        Assert.EndsWith("The fallback HOLD is no more severe.", assessed.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("APPROVE", Decision.Approve)]
    [InlineData("MANUAL_REVIEW", Decision.ManualReview)]
    [InlineData("HOLD", Decision.Hold)]
    [InlineData("ESCALATE", Decision.Escalate)]
    [InlineData("REJECT", Decision.Reject)]
    public void Fallback_MoreSevere_Decides(string fallback, Decision decision)
    {
        var assessed = Bench($"{HighAmount}, \"fallbackConfig\": {{\"decision\": \"{fallback}\", \"riskLevel\": \"HIGH\", \"reason\": \"why not\"}}").Assess(NoRate);

        Assert.Equal((decision, RiskLevel.High, true), (assessed.Decision, assessed.Outcome.Level, assessed.Outcome.IsDegraded));
        Assert.EndsWith(": why not", assessed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Arithmetic_ThatOverflowsOrDividesByZero_IsUnknown()
    {
        var assessed = Bench("""
            "riskRules": {"customRules": [
                {"name": "overflow", "expression": "amount * 9999999999999999999999999999 * 9999999999999999999999999999 > 1", "weight": 0.1},
                {"name": "zero", "expression": "amount / (amount - 50) > 1", "weight": 0.1}]}
            """).Assess();

        Assert.Equal(("{0, 1}", Decision.ManualReview), (assessed.Outcome.Unknown.ToString(), assessed.Decision));
    }

    [Fact]
    public void Criterion_ThatCannotBeEvaluated_IsNeverASilentNoMatch()
    {
        var bench = Bench("""
            "decisionCriteria": {"autoReject": {"minAmount": 10000}, "autoApprove": {"maxRiskScore": 0.3}}
            """);

        var assessed = bench.Assess(NoRate);

        Assert.Equal((Decision.ManualReview, DecisionStep.AutoApprove, true), (assessed.Decision, assessed.Outcome.Step, assessed.Outcome.IsDegraded));
        Assert.Equal(
            "autoApprove holds: riskScore 0.0000 <= maxRiskScore 0.3000. A criterion could not be evaluated. The fallback MANUAL_REVIEW decides, being more severe.",
            assessed.Reason);
    }

    [Fact]
    public void Criterion_HoldsWhateverTheUnknownIs_IsNotDegraded()
    {
        var bench = Bench("""
            "decisionCriteria": {"hold": {"minRiskScore": 0, "minAmount": 10000}}
            """);

        Assert.Equal((Decision.Hold, false), (bench.Assess(NoRate).Decision, bench.Outcome.IsDegraded));
    }

    [Fact]
    public void AllowList_WithSomethingUnknown_IsNoMilderThanTheFallback()
    {
        var bench = Bench(HighAmount, """
            "lists": {"allowed": {"kind": "ALLOW", "member": "fromAccountNumber", "entries": [{"value": "A1"}]}}
            """);

        Assert.Equal(Decision.Approve, bench.Assess().Decision);
        Assert.Equal((Decision.ManualReview, DecisionStep.AllowList), (bench.Assess(NoRate).Decision, bench.Outcome.Step));
    }

    [Fact]
    public void BlockList_WithSomethingUnknown_RejectsAndSaysSo()
    {
        var bench = Bench(HighAmount, """
            "lists": {"blocked": {"kind": "BLOCK", "member": "fromAccountNumber", "entries": [{"value": "A1"}]}}
            """);

        Assert.Equal((Decision.Reject, true), (bench.Assess(NoRate).Decision, bench.Outcome.IsDegraded));
    }

    [Fact]
    public void Engine_ThatDoesNotAnswer_IsNamed()
    {
        var assessed = Bench("\"bankFraudApiConfig\": {\"apiName\": \"Oracle\", \"apiUrl\": \"https://bank.example/score\"}, \"fallbackConfig\": {\"decision\": \"HOLD\"}").Assess();

        Assert.Equal((Decision.Hold, true), (assessed.Decision, assessed.Outcome.IsDegraded));
        Assert.Equal(
            "riskScore 0.0000 is at or below approveThreshold 0.3000. The bank's engine Oracle did not answer. The fallback HOLD decides, being more severe.", assessed.Reason);
    }

    private static PolicyBench Bench(string members, string? lists = null)
        => PolicyBench.Of($$"""
            {"baseCurrency": "EUR", {{(lists is null ? "" : lists + ",")}}
             "configurations": [{"configurationName": "c", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME", {{members}} }]}
            """);
}
