using System.Text.Json;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Backtests;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Grains.Tests.Lists;
using FinancialFirewall.Grains.Tests.Reviews;
using FinancialFirewall.Grains.Tests.Trials;
using FinancialFirewall.Grains.Trials;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Grains.Tests.Backtests;

public sealed class BacktestGrainTests
{
    [Fact]
    public void Run_StricterDraft_SaysWhatWouldHaveChangedInDecisionsMoneyAndFactors()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.AmountLimit(100));
        firewall.Assess("r1", "A", "5");
        var second = firewall.Assess("r2", "A", "50.25");
        firewall.Assess("r3", "B", "60");
        firewall.Assess("r4", "B", "500");
        var draft = TestTrials.Drafted(firewall, TestPolicies.AmountLimit(10).Replace("overLimit", "above", StringComparison.Ordinal));

        var report = TestTrials.Test(firewall, new BacktestRequest(draft) { Samples = 1 });

        Assert.Equal((4, 2, 0, 0), (report.Compared, report.Changed, report.Rescored, report.Erased));
        Assert.Equal(["Approve Approve 1", "Approve Reject 2", "Reject Reject 1"], TestTrials.Spell(report));
        Assert.Equal((2, "110.25 EUR (2)", 0, ""), (report.Blocked.Count, TestTrials.Spell(report.Blocked), report.Released.Count, TestTrials.Spell(report.Released)));
        Assert.Equal(["above 0 3 110.25 EUR (2)", "overLimit 1 0 "], report.Factors.Select(static factor => $"{factor.Name} {factor.Before} {factor.After} {TestTrials.Spell(factor.Blocked)}"));
        var sample = Assert.Single(report.Samples);
        Assert.Equal((60m, "EUR", Decision.Approve, 0, Decision.Reject, 9_000), (sample.Amount, sample.Currency, sample.Before, sample.ScoreBefore.TenThousandths, sample.After, sample.ScoreAfter.TenThousandths));
        Assert.Equal(["above"], sample.FactorsAdded);
        Assert.Empty(sample.FactorsGone);
        Assert.NotEqual(second.Id().ToGuid(), sample.Assessment);
        Assert.Null(report.WindowsSince);
    }

    [Fact]
    public void Run_MilderFile_SaysWhatIsReleasedByCurrencyAndByTheFactorThatHeld()
    {
        var firewall = new SimulatedFirewall(seed: 2, TestPolicies.AmountLimit(100));
        firewall.Assess("r1", "A", "150");
        firewall.Assess("r2", "A", "250");

        var report = TestTrials.Test(firewall, new BacktestRequest(TestTrials.OfFile(TestPolicies.AmountLimit(200))));

        Assert.Equal(["Reject Approve 1", "Reject Reject 1"], TestTrials.Spell(report));
        Assert.Equal((0, "150.00 EUR (1)"), (report.Blocked.Count, TestTrials.Spell(report.Released)));
        Assert.Equal("150.00 EUR (1)", TestTrials.Spell(Assert.Single(report.Factors).Released));
    }

    [Fact]
    public void Run_PaymentsOfWhichItIsKnownWhatTheyWere_SaysWhatBecomesOfThem()
    {
        var firewall = new SimulatedFirewall(seed: 12, TestPolicies.AmountLimit(100));
        firewall.FollowUp(firewall.Assess("before", "A", "60"), Reviewing.Report(ReportedOutcome.Fraud));
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(5));
        var from = firewall.Now;
        var passedFraud = firewall.Assess("passed fraud", "A", "60");
        var stoppedFraud = firewall.Assess("stopped fraud", "B", "160");
        var bothFraud = firewall.Assess("never stopped", "C", "40");
        var honest = firewall.Assess("honest", "D", "70");
        var doubted = firewall.Assess("doubted", "E", "80");
        firewall.Assess("unknown", "F", "90");
        firewall.FollowUp(passedFraud, Reviewing.Report(ReportedOutcome.Fraud));
        firewall.FollowUp(stoppedFraud, Reviewing.Report(ReportedOutcome.Fraud));
        firewall.FollowUp(doubted, Reviewing.Report(ReportedOutcome.Fraud));
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(5));
        var to = firewall.Now;
        firewall.FollowUp(bothFraud, Reviewing.Report(ReportedOutcome.Fraud));
        firewall.FollowUp(honest, Reviewing.Report(ReportedOutcome.Legitimate));
        firewall.FollowUp(doubted, Reviewing.Report(ReportedOutcome.Legitimate));
        firewall.FollowUp(doubted, Reviewing.Report(ReportedOutcome.Disputed));
        firewall.FollowUp(firewall.Assess("after", "A", "60"), Reviewing.Report(ReportedOutcome.Fraud));

        var known = TestTrials.Test(firewall, new BacktestRequest(TestTrials.OfFile(TestPolicies.AmountLimit(50))) { From = from, To = to }).Known!;
        var milder = TestTrials.Test(firewall, new BacktestRequest(TestTrials.OfFile(TestPolicies.AmountLimit(200))) { From = from }).Known!;

        Assert.Equal(["260.00 EUR (3)", "160.00 EUR (1)", "220.00 EUR (2)", "60.00 EUR (1)", ""], Spell(known.Fraud));
        Assert.Equal(["150.00 EUR (2)", "", "150.00 EUR (2)", "150.00 EUR (2)", ""], Spell(known.Legitimate));
        Assert.Equal(["320.00 EUR (4)", "160.00 EUR (1)", "", "", "160.00 EUR (1)"], Spell(milder.Fraud));
        Assert.True(known.IsWhole);
    }

    private static IEnumerable<string> Spell(KnownPayments payments)
        => new[] { payments.All, payments.StoppedBefore, payments.StoppedAfter, payments.Blocked, payments.Released }.Select(static value => TestTrials.Spell(value));

    [Fact]
    public void Run_PeriodWithinHistory_DecidesItAloneAndFillsNewWindowsFromBefore()
    {
        var firewall = new SimulatedFirewall(seed: 3, TestPolicies.AmountLimit(1_000));
        firewall.Assess("before1", "A", "10", "deviceId", "phone");
        firewall.Assess("before2", "B", "10", "deviceId", "phone");
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(5));
        var from = firewall.Now;
        firewall.Assess("in1", "A", "10", "deviceId", "phone");
        firewall.Assess("in2", "C", "10");
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(5));
        var to = firewall.Now;
        firewall.Assess("after", "A", "10", "deviceId", "phone");

        var report = TestTrials.Test(firewall, new BacktestRequest(TestTrials.OfFile("""
            {"baseCurrency":"EUR","configurations":[{"configurationName":"counts","paymentSource":"BOTH","riskRules":{"customRules":[
              {"name":"often","expression":"count(payments, 24h) == 2","weight":0.9},{"name":"shared","expression":"count(payments by device, 1h) == 3","weight":0.1}]},
             "thresholds":{"rejectThreshold":0.8,"approveThreshold":0.3}}]}
            """)) { From = from, To = to });

        Assert.Equal((2, 1), (report.Compared, report.Changed));
        Assert.Equal(["often 1", "shared 1"], report.Factors.Select(static factor => $"{factor.Name} {factor.After}"));
    }

    [Fact]
    public void Run_ListsChangedSince_CountAsTheyWereUnlessThePolicyIsAsked()
    {
        var firewall = new SimulatedFirewall(seed: 4, TestLists.Policy);
        TestLists.Pay(firewall, "r1", "phone");
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(1));
        Assert.True(TestLists.Add(firewall, "blocked", "phone").IsSuccess);
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(1));
        TestLists.Pay(firewall, "r2", "phone");
        var version = TestTrials.OfVersion(2);

        Assert.Equal(["Approve Approve 1", "Reject Reject 1"], TestTrials.Spell(TestTrials.Test(firewall, new BacktestRequest(version))));
        Assert.Equal(
            ["Approve Reject 1", "Reject Reject 1"], TestTrials.Spell(TestTrials.Test(firewall, new BacktestRequest(version) { AsOf = PolicyAsOf.Policy })));
    }

    [Fact]
    public void Run_ListThatTheDraftFillsItself_CountsForTheWholePeriod()
    {
        var firewall = new SimulatedFirewall(seed: 5, TestLists.Policy);
        TestLists.Pay(firewall, "r1", "phone");
        var draft = TestTrials.Drafted(firewall, TestLists.PolicyWith("""{ "kind": "BLOCK", "member": "deviceId", "entries": [{ "value": "phone" }] }"""));

        Assert.Equal(["Approve Reject 1"], TestTrials.Spell(TestTrials.Test(firewall, new BacktestRequest(draft))));
    }

    [Fact]
    public void Run_CheckSwitchedOffMeanwhile_StaysOffForThosePayments()
    {
        var firewall = new SimulatedFirewall(seed: 6, TestPolicies.AmountLimit(100));
        TestTrials.Switch(firewall, isEnabled: false, "maintenance");
        firewall.Assess("off", "A", "500");
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(1));
        TestTrials.Switch(firewall, isEnabled: true, "done");
        firewall.Assess("on", "A", "500");

        Assert.Equal(["Approve Approve 1", "Reject Reject 1"], TestTrials.Spell(TestTrials.Test(firewall, new BacktestRequest(TestTrials.OfVersion(1)))));
    }

    [Fact]
    public void Start_WhatCannotBeTested_IsRefusedAndLeavesRoom()
    {
        var firewall = new SimulatedFirewall(seed: 7, TestPolicies.AmountLimit(100));
        var version = TestTrials.OfVersion(1);
        Assert.Equal("POLICY_CHOICE", CodeOf(new BacktestRequest(new PolicyChoice())));
        Assert.Equal("POLICY_CHOICE", CodeOf(new BacktestRequest(version with { Draft = Guid.Empty })));
        Assert.Equal("DRAFT_UNKNOWN", CodeOf(new BacktestRequest(new PolicyChoice { Draft = Guid.Empty })));
        Assert.Equal("POLICY_VERSION_UNKNOWN", CodeOf(new BacktestRequest(TestTrials.OfVersion(2))));
        Assert.Equal("JSON_MALFORMED", CodeOf(new BacktestRequest(TestTrials.OfFile("{"))));
        Assert.Equal("SAMPLES_INVALID", CodeOf(new BacktestRequest(version) { Samples = 21 }));
        Assert.Equal("TIMES_INVALID", CodeOf(new BacktestRequest(version) { From = firewall.Now, To = firewall.Now }));
        Assert.True(TestTrials.Start(firewall, new BacktestRequest(version)).IsSuccess);

        string CodeOf(BacktestRequest request) => TestTrials.Start(firewall, request).Errors[0].Code;
    }

    [Fact]
    public void Cancel_RunningBacktest_EndsItAndSaysWho()
    {
        var firewall = new SimulatedFirewall(seed: 8, TestPolicies.AmountLimit(100));
        firewall.AssessAll([.. Enumerable.Range(0, 200).Select(static i => SimulatedFirewall.Payment($"r{i}", $"A{i}", "5"))]);
        var (started, second, cancelled) = firewall.Scheduler.Run(async () =>
        {
            var way = firewall.Silo.Services.GetRequiredService<TenantBacktests>();
            var first = await way.StartAsync(TestTrials.Tenant, new BacktestRequest(TestTrials.OfVersion(1)));
            return (first.Value, await way.StartAsync(TestTrials.Tenant, new BacktestRequest(TestTrials.OfVersion(1))), await way.CancelAsync(TestTrials.Tenant, first.Value.Id));
        });

        Assert.Equal((BacktestStatus.Running, "version 1", 200), (started.Status, started.Name, started.Progress.Records));
        Assert.Equal(("BACKTEST_RUNNING", started.Id.ToString("D")), (second.Errors[0].Code, second.Errors[0].Value));
        Assert.Equal(BacktestStatus.Cancelled, cancelled.Value.Status);
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(5));
        Assert.Equal(BacktestStatus.Cancelled, TestTrials.Find(firewall, started.Id).Value.Status);
        Assert.Equal(BacktestStatus.Cancelled, TestTrials.Cancel(firewall, started.Id).Value.Status);
        Assert.Equal(["BACKTEST_CANCELLED", "BACKTEST_STARTED"], Actions(firewall).Take(2));
        Assert.True(TestTrials.Start(firewall, new BacktestRequest(TestTrials.OfVersion(1))).IsSuccess);
    }

    [Fact]
    public void Find_AfterARestart_EndedOnesKeepTheirReportAndARunningOneWasInterrupted()
    {
        var firewall = new SimulatedFirewall(seed: 9, TestPolicies.AmountLimit(100));
        firewall.Assess("r1", "A", "500");
        var done = TestTrials.Wait(firewall, TestTrials.Start(firewall, new BacktestRequest(TestTrials.OfFile(TestPolicies.AmountLimit(1_000)))).Value.Id);
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(1));
        var running = TestTrials.Start(firewall, new BacktestRequest(TestTrials.OfVersion(1))).Value;
        firewall.Restart();

        var kept = TestTrials.Find(firewall, done.Id).Value;
        Assert.Equal((BacktestStatus.Done, 1, "500.00 EUR (1)"), (kept.Status, kept.Report!.Changed, TestTrials.Spell(kept.Report.Released)));
        Assert.Equal((done.StartedAt, done.EndedAt, done.PolicyHash), (kept.StartedAt, kept.EndedAt, kept.PolicyHash));
        Assert.Equal((BacktestStatus.Interrupted, null), (TestTrials.Find(firewall, running.Id).Value.Status, TestTrials.Find(firewall, running.Id).Value.Report));
        Assert.Equal([running.Id, done.Id], TestTrials.Run<TenantBacktests, IReadOnlyList<Backtest>>(firewall, way => way.ListAsync(TestTrials.Tenant)).Select(static one => one.Id));
        Assert.Equal("BACKTEST_UNKNOWN", TestTrials.Find(firewall, Guid.Empty).Errors[0].Code);
    }

    [Fact]
    public void Start_MoreThanAreKept_ForgetsTheOldest()
    {
        var firewall = new SimulatedFirewall(seed: 10, TestPolicies.AmountLimit(100));
        var ids = new List<Guid>();
        for (var i = 0; i < Backtest.MaximumKept + 2; i++)
        {
            ids.Add(TestTrials.Wait(firewall, TestTrials.Start(firewall, new BacktestRequest(TestTrials.OfVersion(1))).Value.Id).Id);
            firewall.Scheduler.RunFor(TimeSpan.FromSeconds(1));
        }

        var kept = TestTrials.Run<TenantBacktests, IReadOnlyList<Backtest>>(firewall, way => way.ListAsync(TestTrials.Tenant));
        Assert.Equal(Enumerable.Reverse(ids).Take(Backtest.MaximumKept + 1), kept.Select(static one => one.Id));
    }

    [Fact]
    public void TryEnter_MoreThanThereIsRoomFor_IsRefusedUntilOneLeaves()
    {
        var room = new BacktestRoom();
        Assert.All(Enumerable.Range(0, BacktestRoom.Maximum), _ => Assert.True(room.TryEnter()));

        Assert.False(room.TryEnter());
        room.Leave();
        Assert.True(room.TryEnter());
    }

    private static IEnumerable<string> Actions(SimulatedFirewall firewall)
    {
        var found = TestTrials.Run<AuditReader, AuditList>(firewall, reader => reader.FindAsync(TestTrials.Tenant, new AuditQuery { Size = 10 }, default));
        return found.Records.Select(static record => JsonDocument.Parse(record.Canonical).RootElement.GetProperty("action").GetString()!);
    }
}
