using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Tests.Scoring;

/// <summary>The numbers that stand in journals: changing one changes the meaning of what is on disk.</summary>
public sealed class FrozenNumbersTests
{
    [Fact]
    public void Numbers_KeptOnDisk_NeverChange()
    {
        Assert.Equal("Approve=1 ManualReview=2 Hold=3 Escalate=4 Reject=5", Print<Decision>());
        Assert.Equal("Low=1 Medium=2 High=3 Critical=4", Print<RiskLevel>());
        Assert.Equal("Sum=1 NoisyOr=2 Max=3", Print<ScoringMethod>());
        Assert.Equal(
            "None=0 ToggleDisabled=1 NoConfiguration=2 BlockList=3 AllowList=4 AutoReject=5 EscalateCriterion=6 HoldCriterion=7 ManualReviewCriterion=8 "
                + "AutoApprove=9 NoCriterion=10 RejectThreshold=11 EscalateThreshold=12 HoldThreshold=13 ManualReviewThreshold=14 ApproveThreshold=15 BetweenThresholds=16",
            Print<DecisionStep>());
        Assert.Equal(
            "None=0 Degraded=1 FraudCheckEnabled=2 EngineMissing=4 EngineDeferred=8 FallbackDecided=16 CriterionUnknown=32", Print<OutcomeFlags>());
        Assert.Equal("None=0 Score=1 Amount=2 Conditions=4", Print<CriterionParts>());
        Assert.Equal("Assessment=1 Release=2 FollowUp=3", Print<RecordKind>());
        Assert.Equal("None=0 HasBaseAmount=1 DeviceIsNew=2", Print<AssessmentFacts>());
        Assert.Equal("None=0 HasBaseAmount=1", Print<ReleaseFacts>());
        Assert.Equal("Refund=1 Reversal=2 Return=3 RejectedInReview=4 Cancelled=5 Expired=6 NotExecuted=7", Print<ReleaseReason>());
        Assert.Equal("DecidedInReview=1 Cancelled=2 OutcomeReported=3 Retried=4 Voted=5 Claimed=6 Unclaimed=7 Noted=8 Disagreed=9", Print<FollowUpKind>());
        Assert.Equal("Executed=1 Failed=2 Returned=3 Disputed=4 Fraud=5 Legitimate=6", Print<ReportedOutcome>());
    }

    [Fact]
    public void Steps_AllButNone_StandForOneDecision()
    {
        Assert.All(Enum.GetValues<DecisionStep>().Where(static step => step != DecisionStep.None), static step => Assert.True(Enum.IsDefined(DecisionSteps.DecisionOf(step))));
        Assert.Throws<ArgumentOutOfRangeException>(static () => DecisionSteps.DecisionOf(DecisionStep.None));
    }

    private static string Print<T>()
        where T : struct, Enum
        => string.Join(' ', Enum.GetValues<T>().Select(static value => $"{value}={Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)}"));
}
