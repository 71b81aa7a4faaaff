using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Reviews;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Reviews;

public sealed class ReviewRulesTests
{
    private static readonly Instant Now = Instant.From(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(Decision.ManualReview, Decision.Approve, null)]
    [InlineData(Decision.ManualReview, Decision.Reject, null)]
    [InlineData(Decision.Hold, Decision.Escalate, null)]
    [InlineData(Decision.Escalate, Decision.ManualReview, null)]
    [InlineData(Decision.Hold, Decision.Hold, "DECISION_UNCHANGED")]
    [InlineData(Decision.Approve, Decision.Reject, "ASSESSMENT_FINAL")]
    [InlineData(Decision.Reject, Decision.Approve, "ASSESSMENT_FINAL")]
    public void Admit_DecisionOfOne_IsWhatWaitsAlone(Decision first, Decision wanted, string? refusal)
    {
        var admitted = ReviewRules.Admit(Standing(first), Decide("ann", wanted), Now, takesTwo: false);

        Assert.Equal(refusal, admitted.IsSuccess ? null : admitted.Errors[0].Code);
        Assert.Equal(refusal is null ? wanted : null, admitted.IsSuccess ? admitted.Value.Decision : null);
    }

    [Fact]
    public void Admit_AnythingButOutcomesAndNotesOfAClosedOne_IsRefused()
    {
        var closed = Standing(Decision.Hold, Decide("ann", Decision.Reject));
        foreach (var kind in (FollowUpKind[])[FollowUpKind.DecidedInReview, FollowUpKind.Cancelled, FollowUpKind.Retried, FollowUpKind.Claimed, FollowUpKind.Unclaimed])
        {
            Assert.Equal((kind, "ASSESSMENT_CLOSED"), (kind, ReviewRules.Admit(closed, Decide("bob", Decision.Approve) with { Kind = kind }, Now, takesTwo: false).Errors[0].Code));
        }

        Assert.True(ReviewRules.Admit(closed, new FollowUp(FollowUpKind.Noted, "bob"), Now, takesTwo: false).IsSuccess);
        Assert.Equal(Now, ReviewRules.Admit(closed, Report(ReportedOutcome.Fraud), Now, takesTwo: false).Value.Moment);
    }

    [Fact]
    public void Admit_TwoPersonsWhoAgree_CloseIt()
    {
        var first = ReviewRules.Admit(Standing(Decision.Hold), Decide("ann", Decision.Reject), Now, takesTwo: true).Value;
        var standing = Standing(Decision.Hold, first);

        Assert.Equal((FollowUpKind.Voted, Decision.Hold, true), (first.Kind, standing.Decision, standing.IsOpen));
        Assert.Equal("SECOND_PERSON_NEEDED", ReviewRules.Admit(standing, Decide("ann", Decision.Reject), Now, takesTwo: true).Errors[0].Code);
        var second = ReviewRules.Admit(standing, Decide("bob", Decision.Reject), Now, takesTwo: true).Value;
        Assert.Equal((FollowUpKind.DecidedInReview, Decision.Reject), (second.Kind, second.Decision));
    }

    [Fact]
    public void Admit_TwoPersonsWhoDisagree_EscalateIt()
    {
        var standing = Standing(Decision.Hold, Decide("ann", Decision.Reject) with { Kind = FollowUpKind.Voted });
        var second = ReviewRules.Admit(standing, Decide("bob", Decision.Approve), Now, takesTwo: true).Value;

        var after = Standing(Decision.Hold, standing.All[0], second);

        Assert.Equal((FollowUpKind.Disagreed, Decision.Approve), (second.Kind, second.Decision));
        Assert.Equal((Decision.Escalate, true, null), (after.Decision, after.IsOpen, after.Vote));
        Assert.Null(ReviewRules.ReleaseOf(second));
        Assert.Equal(second, ReviewRules.FindRepeated(after, Decide("bob", Decision.Approve)).Value);
        Assert.Null(ReviewRules.FindRepeated(after, Decide("bob", Decision.Reject)).Value);
        Assert.Equal(FollowUpKind.Voted, ReviewRules.Admit(after, Decide("bob", Decision.Reject), Now, takesTwo: true).Value.Kind);
    }

    [Fact]
    public void Admit_WhatSomebodyElseHas_WaitsUntilTheClaimLapses()
    {
        var claim = new FollowUp(FollowUpKind.Claimed, "ann") { Assignee = "ann", Moment = Now.Plus(TimeSpan.FromMinutes(30)) };
        var standing = Standing(Decision.Hold, claim);

        Assert.Equal("REVIEW_CLAIMED", ReviewRules.Admit(standing, Decide("bob", Decision.Approve), Now, takesTwo: false).Errors[0].Code);
        Assert.Equal("REVIEW_CLAIMED", ReviewRules.Admit(standing, claim with { By = "bob", Assignee = "bob" }, Now, takesTwo: false).Errors[0].Code);
        Assert.True(ReviewRules.Admit(standing, claim with { By = "bob", Assignee = "bob" }, Now, takesTwo: false, takesOver: true).IsSuccess);
        Assert.True(ReviewRules.Admit(standing, Decide("ann", Decision.Approve), Now, takesTwo: false).IsSuccess);
        Assert.True(ReviewRules.Admit(standing, Decide("bob", Decision.Approve), claim.Moment, takesTwo: false).IsSuccess);
    }

    [Fact]
    public void FindRepeated_SameKey_IsTheSameRequestOrAnother()
    {
        var kept = Decide("ann", Decision.Reject) with { Key = "k1", At = Now, Sequence = 4 };
        var standing = Standing(Decision.Hold, kept);

        Assert.Equal(kept, ReviewRules.FindRepeated(standing, Decide("ann", Decision.Reject) with { Key = "k1" }).Value);
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", ReviewRules.FindRepeated(standing, Decide("ann", Decision.Approve) with { Key = "k1" }).Errors[0].Code);
        Assert.Null(ReviewRules.FindRepeated(standing, Decide("ann", Decision.Approve) with { Key = "k2" }).Value);
    }

    [Fact]
    public void FindRepeated_WithoutAKey_KnowsTheSameDecisionAndTheSameOutcome()
    {
        var decided = Decide("ann", Decision.Reject) with { At = Now, Sequence = 4 };
        var executed = Report(ReportedOutcome.Executed) with { Moment = Now, Sequence = 5 };
        var returned = Report(ReportedOutcome.Returned) with { Moment = Now.Plus(TimeSpan.FromDays(1)), Sequence = 6 };
        var standing = Standing(Decision.Hold, decided, executed, returned);

        Assert.Equal(decided, ReviewRules.FindRepeated(standing, Decide("ann", Decision.Reject)).Value);
        Assert.Null(ReviewRules.FindRepeated(standing, Decide("bob", Decision.Reject)).Value);
        Assert.Equal(executed, ReviewRules.FindRepeated(standing, Report(ReportedOutcome.Executed) with { Moment = Now }).Value);
        Assert.Equal(returned, ReviewRules.FindRepeated(standing, Report(ReportedOutcome.Returned)).Value);
        Assert.Null(ReviewRules.FindRepeated(standing, Report(ReportedOutcome.Executed)).Value);
    }

    [Fact]
    public void FindRepeated_TwoOutcomesOfOneTime_KnowsBoth()
    {
        var failed = Report(ReportedOutcome.Failed) with { Moment = Now, Sequence = 4 };
        var fraud = Report(ReportedOutcome.Fraud) with { Moment = Now, Sequence = 5, Key = "k1" };
        var standing = Standing(Decision.Approve, failed, fraud);

        Assert.Equal(failed, ReviewRules.FindRepeated(standing, Report(ReportedOutcome.Failed) with { Moment = Now }).Value);
        Assert.Equal(fraud, ReviewRules.FindRepeated(standing, Report(ReportedOutcome.Fraud) with { Moment = Now }).Value);
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", ReviewRules.FindRepeated(standing, fraud with { Moment = Now.Plus(TimeSpan.FromSeconds(1)) }).Errors[0].Code);
    }

    [Fact]
    public void Admit_TooMany_KeepsRoomForDecisions()
    {
        var notes = Enumerable.Range(0, ReviewRules.MaximumRemarks).Select(_ => new FollowUp(FollowUpKind.Noted, "ann")).ToArray();
        var standing = Standing(Decision.Hold, notes);

        Assert.Equal("FOLLOW_UPS_FULL", ReviewRules.Admit(standing, notes[0], Now, takesTwo: false).Errors[0].Code);
        Assert.True(ReviewRules.Admit(standing, Decide("ann", Decision.Reject), Now, takesTwo: false).IsSuccess);
    }

    private static AssessmentStanding Standing(Decision first, params FollowUp[] followUps) => AssessmentStanding.Of(first, followUps);

    private static FollowUp Decide(string by, Decision decision) => new(FollowUpKind.DecidedInReview, by) { Decision = decision, Text = "reason" };

    private static FollowUp Report(ReportedOutcome outcome) => new(FollowUpKind.OutcomeReported, "bank") { Outcome = outcome };
}
