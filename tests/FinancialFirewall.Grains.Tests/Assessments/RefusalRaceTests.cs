using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Tests.Assessments;

/// <summary>Repetitions of payments while the journal takes nothing, or fails: whoever was refused may come again, and nobody is decided twice.</summary>
public sealed class RefusalRaceTests
{
    private const int StepsOfARace = 400;
    private static readonly string[] Accounts = ["A", "B", "C"];

    [Theory, MemberData(nameof(Seeds.Portions), MemberType = typeof(Seeds))]
    public void Assess_DiskIsFullForAWhile_RefusesOrDecidesEachReferenceOnce(int first, int last) => Seeds.Run(first, last, seed =>
    {
        // Less than the journal keeps free, and enough to start with.
        var firewall = new SimulatedFirewall(seed, new FirewallSetup { Policy = TestPolicies.DeviceLimit, Capacity = 32 * 1024 * 1024 });
        var random = new Random(seed);
        var batches = Batches(random, largest: 3);
        var sending = firewall.Scheduler.Start(() => SendAsync(firewall, batches));
        firewall.RunSteps(random.Next(StepsOfARace), sending);
        firewall.Disk.Capacity = long.MaxValue;

        AssertRefusedMayComeAgain(firewall, batches, firewall.RunToEnd(sending), "DISK_FULL", "REFERENCE_BUSY");
    });

    [Theory, MemberData(nameof(Seeds.Portions), MemberType = typeof(Seeds))]
    public void Assess_MoreBatchesThanTheJournalLetsWait_RefusesOrDecidesEachReferenceOnce(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var log = new CommitLogOptions { BufferBytes = 1_500, MaximumWaiters = 2 };
        var firewall = new SimulatedFirewall(seed, new FirewallSetup { Policy = TestPolicies.DailyLimit, Log = log });
        var batches = Batches(new Random(seed), largest: 1);
        var answers = firewall.Scheduler.Run(() => SendAsync(firewall, batches));

        AssertRefusedMayComeAgain(firewall, batches, answers, "JOURNAL_BUSY", "REFERENCE_BUSY");
    });

    [Theory, MemberData(nameof(Seeds.Portions), MemberType = typeof(Seeds))]
    public void Assess_CommitFailsUnderRepetitions_KeepsWhatWasAnsweredAndDecidesEachReferenceOnceAfterTheRestart(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var firewall = new SimulatedFirewall(seed, TestPolicies.DailyLimit);
        var random = new Random(seed);
        var batches = Batches(random, largest: 3);
        var sending = firewall.Scheduler.Start(() => SendAsync(firewall, batches));
        firewall.RunSteps(random.Next(StepsOfARace), sending);
        firewall.Disk.FailingFlushes = 1;
        var before = firewall.RunToEnd(sending);

        // Where everything was on disk before, the fault would meet the next start, which flushes what it trusts.
        firewall.Disk.FailingFlushes = 0;
        firewall.Restart();

        var exchange = new Exchange();
        Add(exchange, batches, before);
        foreach (var batch in batches)
        {
            var after = firewall.AssessAll([.. batch.Select(payment => payment.Json)]);
            Assert.DoesNotContain(after, answer => answer.Refusal?[0].Code == "REFERENCE_BUSY");
            exchange.Add(batch, after);
        }

        exchange.AssertNothingIsLost(firewall, "REFERENCE_BUSY", "DECISION_UNKNOWN");
    });

    private static void AssertRefusedMayComeAgain(
        SimulatedFirewall firewall, TestPayment[][] batches, AssessmentAnswer[]?[] answers, params string[] excused)
    {
        var exchange = new Exchange();
        Add(exchange, batches, answers);
        exchange.AssertOneDecisionEach(firewall, excused);
        foreach (var batch in batches)
        {
            var again = firewall.AssessAll([.. batch.Select(payment => payment.Json)]);
            Assert.DoesNotContain(again, answer => answer.Refusal is { } refusal && excused.Contains(refusal[0].Code));
            exchange.Add(batch, again);
        }

        exchange.AssertOneDecisionEach(firewall, excused);
    }

    private static void Add(Exchange exchange, TestPayment[][] batches, AssessmentAnswer[]?[] answers)
    {
        for (var i = 0; i < batches.Length; i++)
        {
            exchange.Add(batches[i], answers[i] ?? []);
        }
    }

    private static Task<AssessmentAnswer[]?[]> SendAsync(SimulatedFirewall firewall, TestPayment[][] batches)
        => Task.WhenAll(batches.Select(batch => TryAssessAsync(firewall, batch)));

    private static async Task<AssessmentAnswer[]?> TryAssessAsync(SimulatedFirewall firewall, TestPayment[] batch)
    {
        try
        {
            return await firewall.AssessAsync([.. batch.Select(payment => payment.Json)]);
        }
        catch (JournalFailedException)
        {
            return null;
        }
    }

    private static TestPayment[][] Batches(Random random, int largest)
        => [.. Enumerable.Range(0, 8).Select(_ => Enumerable.Range(0, random.Next(1, largest + 1)).Select(_ => Payment(random)).ToArray())];

    private static TestPayment Payment(Random random)
        => new($"r{random.Next(5)}", Accounts[random.Next(Accounts.Length)], 10 * random.Next(1, 3)) { More = ["deviceId", "phone"] };
}
