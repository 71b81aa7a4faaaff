using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Reviews;

/// <summary>What happens to an assessment after its first decision is kept beside it, gives back what it took, and is found again wherever it lies.</summary>
public sealed class FollowUpTests
{
    /// <summary>More operations than a decision takes.</summary>
    private const int MostOperations = 12;

    [Fact]
    public void Decide_RejectedInReview_GivesBackTheSumForLaterPaymentsOnce()
    {
        var firewall = new SimulatedFirewall(1, TestPolicies.LargeAmountsWait);
        var waiting = firewall.Assess("p1", "A", "900");
        Assert.Equal(Decision.ManualReview, waiting.Decision());
        Assert.Equal(Decision.Reject, firewall.Assess("p2", "A", "200").Decision());

        var decided = firewall.FollowUp(waiting, Reviewing.Decision("ann", Decision.Reject, "k1"));
        var records = firewall.RecordCount();
        Assert.Equal(decided.Value, firewall.FollowUp(waiting, Reviewing.Decision("ann", Decision.Reject, "k1")).Value);

        Assert.Equal(records, firewall.RecordCount());
        Assert.Equal(Decision.Reject, firewall.Assess("p3", "A", "1001").Decision());
        Assert.Equal(Decision.Approve, firewall.Assess("p4", "A", "300").Decision());
        var release = new ReleaseRecord(Assert.Single(JournalContent.Read(firewall).Releases));
        Assert.Equal((90_000L, ReleaseReason.RejectedInReview, waiting.Sequence()), (release.BaseAmountMinor, release.Reason, release.OriginalSequence));
    }

    [Fact]
    public void Decide_Approved_KeepsTheSum()
    {
        var firewall = new SimulatedFirewall(2, TestPolicies.LargeAmountsWait);
        var waiting = firewall.Assess("p1", "A", "900");

        Assert.True(firewall.FollowUp(waiting, Reviewing.Decision("ann", Decision.Approve)).IsSuccess);

        Assert.Equal(Decision.Reject, firewall.Assess("p2", "A", "200").Decision());
        Assert.Empty(JournalContent.Read(firewall).Releases);
    }

    [Fact]
    public void Decide_SameReferenceAgain_AnswersTheDecisionNowBesideTheFirst()
    {
        var firewall = new SimulatedFirewall(3, TestPolicies.LargeAmountsWait);
        var first = firewall.Assess("p1", "A", "400");
        firewall.FollowUp(first, Reviewing.Decision("ann", Decision.Approve));

        var again = firewall.Assess("p1", "A", "400");

        Assert.True(again.IsDuplicate);
        Assert.Equal(first.Bytes(), again.Bytes());
        Assert.Equal((Decision.Approve, "ann", "reason"), (again.GetStanding()!.Decision, again.GetStanding()!.Latest!.By, again.GetStanding()!.Latest!.Text));
        Assert.Equal(Decision.Approve, firewall.Find("p1")!.Value.GetStanding()!.Decision);
    }

    [Fact]
    public void Decide_RecordsInSegmentsAndSnapshots_AreFoundAndDecideTheSame()
    {
        var firewall = new SimulatedFirewall(4, TestPolicies.LargeAmountsWait, recordsBetweenSnapshots: 1);
        var rejected = firewall.Assess("p1", "A", "900");
        var open = firewall.Assess("p2", "B", "400");
        var claim = new FollowUp(FollowUpKind.Claimed, "bob") { Assignee = "bob", Moment = firewall.Now.Plus(TimeSpan.FromHours(1)) };
        firewall.FollowUp(rejected, Reviewing.Decision("ann", Decision.Reject));
        firewall.FollowUp(open, claim);
        firewall.Assess("p3", "B", "10");
        firewall.Assess("p4", "A", "10");
        var (before, queue) = (firewall.Standing(rejected).All, firewall.Queue());

        // The log of the process before is moved into segments.
        firewall.Restart();
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(5));

        Assert.Equal(before, firewall.Standing(rejected).All);
        Assert.Equal(queue, firewall.Queue());
        Assert.Equal(("bob", open.Sequence(), claim.Moment), (queue[0].ClaimedBy, queue[0].Sequence, queue[0].ClaimedUntil));
        Assert.Equal("REVIEW_CLAIMED", firewall.FollowUp(open, Reviewing.Decision("ann", Decision.Approve)).Errors[0].Code);
        Assert.Equal(Decision.Approve, firewall.Assess("p5", "A", "300").Decision());
        Assert.Equal("ASSESSMENT_CLOSED", firewall.FollowUp(rejected, Reviewing.Decision("bob", Decision.Approve)).Errors[0].Code);
    }

    [Fact]
    public void Decide_PowerGoesAtAnyOperation_LeavesAllOfItOrNothing()
    {
        for (var operation = 1; operation <= MostOperations; operation++)
        {
            var firewall = new SimulatedFirewall(operation, TestPolicies.LargeAmountsWait);
            var waiting = firewall.Assess("p1", "A", "900");
            firewall.Disk.CrashAt = firewall.Disk.Operations + operation;
            firewall.RunUntilDead(firewall.Scheduler.Start(() => firewall.FollowUpAsync(waiting, Reviewing.Decision("ann", Decision.Reject, "k1"))));
            firewall.Restart();

            var journal = JournalContent.Read(firewall);
            Assert.Equal((operation, journal.FollowUps.Count), (operation, journal.Releases.Count));
            Assert.Equal((operation, journal.FollowUps.Count == 0), (operation, firewall.Standing(waiting).IsOpen));
            Assert.True(firewall.FollowUp(waiting, Reviewing.Decision("ann", Decision.Reject, "k1")).IsSuccess, $"operation {operation}");
            Assert.Equal((operation, Decision.Approve), (operation, firewall.Assess("p2", "A", "300").Decision()));
            Assert.Single(JournalContent.Read(firewall).Releases);
        }
    }

    [Fact]
    public void FollowUp_ManyAtOnceOfOneAssessment_SeeOneAnother()
    {
        var firewall = new SimulatedFirewall(5, TestPolicies.LargeAmountsWait);
        var waiting = firewall.Assess("p1", "A", "900");
        var all = firewall.Scheduler.Start(async () =>
        {
            var pending = Enumerable.Range(0, 5).Select(i => firewall.FollowUpAsync(waiting, Reviewing.Decision($"r{i}", i % 2 == 0 ? Decision.Reject : Decision.Approve))).ToList();
            var closed = 0;
            foreach (var one in pending)
            {
                closed += (await one).IsSuccess ? 1 : 0;
            }

            return closed;
        });

        Assert.Equal(1, firewall.RunToEnd(all));
        Assert.Single(JournalContent.Read(firewall).FollowUps);
    }

    [Fact]
    public void Queue_FollowsWhatWaits()
    {
        var firewall = new SimulatedFirewall(6, TestPolicies.LargeAmountsWait);
        var first = firewall.Assess("p1", "A", "400");
        firewall.Assess("p2", "A", "10");
        var second = firewall.Assess("p3", "B", "500");
        Assert.Equal([40_000L, 50_000L], firewall.Queue().Select(static one => one.BaseAmountMinor!.Value).Order());

        firewall.FollowUp(first, new FollowUp(FollowUpKind.Cancelled, "ann") { Text = "wrong account" });
        firewall.FollowUp(second, Reviewing.Decision("ann", Decision.Escalate));

        Assert.Equal((second.Sequence(), Decision.Escalate), (Assert.Single(firewall.Queue()).Sequence, Assert.Single(firewall.Queue()).Decision));
        Assert.True(firewall.Standing(first).IsCancelled);
        firewall.Restart();
        Assert.Equal(Decision.Escalate, Assert.Single(firewall.Queue()).Decision);
    }

    [Fact]
    public void Report_FailedAndReturned_GiveBackOnce()
    {
        var firewall = new SimulatedFirewall(7, TestPolicies.LargeAmountsWait);
        var paid = firewall.Assess("p1", "A", "300");
        firewall.Assess("p2", "A", "300");
        firewall.Assess("p3", "A", "300");
        Assert.Equal(Decision.Reject, firewall.Assess("p4", "A", "200").Decision());

        foreach (var outcome in (ReportedOutcome[])[ReportedOutcome.Executed, ReportedOutcome.Returned, ReportedOutcome.Failed, ReportedOutcome.Fraud])
        {
            Assert.True(firewall.FollowUp(paid, Reviewing.Report(outcome)).IsSuccess);
        }

        Assert.Single(JournalContent.Read(firewall).Releases);
        Assert.Equal(Decision.Reject, firewall.Assess("p5", "A", "401").Decision());
        Assert.Equal(Decision.Approve, firewall.Assess("p6", "A", "300").Decision());
        Assert.Equal(4, firewall.Standing(paid).Outcomes.Count());
    }

    [Fact]
    public void Retry_AfterThePolicyChanged_DecidesByTheOneInForce()
    {
        var firewall = new SimulatedFirewall(8, TestPolicies.LargeAmountsWait);
        var waiting = firewall.Assess("p1", "A", "400");
        Assert.True(firewall.Publish(TestPolicies.AmountLimit(350)).IsSuccess);

        var retried = firewall.FollowUp(waiting, new FollowUp(FollowUpKind.Retried, "ann"));

        Assert.Equal((Decision.Reject, RiskLevel.Critical, new Score(9_000), 2), (retried.Value.Decision, retried.Value.Level, retried.Value.Score, retried.Value.PolicyVersion));
        Assert.Equal((Decision.Reject, Decision.ManualReview, 1), (firewall.Standing(waiting).Decision, firewall.Standing(waiting).First, firewall.Standing(waiting).Retries));
        Assert.Single(JournalContent.Read(firewall).Releases);
        Assert.Empty(firewall.Queue());
    }

    [Fact]
    public void Retry_WhileItsWindowsReachBackToIt_CountsItOnce()
    {
        var firewall = new SimulatedFirewall(10, TestPolicies.LargeAmountsWait);
        var waiting = firewall.Assess("p1", "A", "900");

        Assert.Equal(Decision.ManualReview, firewall.FollowUp(waiting, new FollowUp(FollowUpKind.Retried, "ann")).Value.Decision);
        firewall.Scheduler.RunFor(TimeSpan.FromHours(25));
        firewall.Assess("p2", "A", "101");
        Assert.Equal(Decision.Reject, firewall.FollowUp(waiting, new FollowUp(FollowUpKind.Retried, "ann")).Value.Decision);
    }

    [Fact]
    public void Retry_WindowsOverOtherKeys_AnswerWhatTheyDidAtFirst()
    {
        var firewall = new SimulatedFirewall(11, TestPolicies.BusyDevicesWait);
        firewall.Assess("p1", "A", "10", "deviceId", "D");
        var waiting = firewall.Assess("p2", "B", "10", "deviceId", "D");
        Assert.Equal(Decision.ManualReview, waiting.Decision());
        firewall.Scheduler.RunFor(TimeSpan.FromHours(2));

        Assert.Equal(Decision.ManualReview, firewall.FollowUp(waiting, new FollowUp(FollowUpKind.Retried, "ann")).Value.Decision);
    }

    [Fact]
    public void Decide_OnceThePersonIsErased_KeepsTheDecisionWithoutTexts()
    {
        var firewall = new SimulatedFirewall(12, TestPolicies.LargeAmountsWait);
        var waiting = firewall.Assess("p1", "A", "900", "customerId", "C-1");
        firewall.FollowUp(waiting, new FollowUp(FollowUpKind.Noted, "ann") { Text = "called Jane" });
        Assert.True(firewall.Erase("C-1").IsSuccess);

        foreach (var kind in (FollowUpKind[])[FollowUpKind.Noted, FollowUpKind.Retried])
        {
            Assert.Equal("PERSON_ERASED", firewall.FollowUp(waiting, new FollowUp(kind, "ann") { Text = "Jane again" }).Errors[0].Code);
        }

        Assert.True(firewall.FollowUp(waiting, Reviewing.Decision("ann", Decision.Reject)).IsSuccess);
        firewall.Restart();
        Assert.Equal(
            [(FollowUpKind.Noted, "ann", ""), (FollowUpKind.DecidedInReview, "ann", "")],
            firewall.Standing(waiting).All.Select(static one => (one.Kind, one.By, one.Text)));
        Assert.Equal(Decision.Reject, firewall.Standing(waiting).Decision);
        Assert.Single(JournalContent.Read(firewall).Releases);
    }

    [Fact]
    public void FollowUp_OfAnUnknownAssessment_IsNotFound()
    {
        var firewall = new SimulatedFirewall(9, TestPolicies.LargeAmountsWait);
        var known = firewall.Assess("p1", "A", "400");
        var other = AssessmentId.Of(SimulatedFirewall.Tenant, known.Partition(), known.Sequence() + 1, new Instant(0));

        var refused = firewall.Scheduler.Run(() => Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions
            .GetRequiredService<Grains.Reviews.TenantReviews>(firewall.Silo.Services)
            .FollowUpAsync(SimulatedFirewall.Tenant, other, Reviewing.Decision("ann", Decision.Approve)));

        Assert.Equal("ASSESSMENT_UNKNOWN", refused.Errors[0].Code);
    }
}
