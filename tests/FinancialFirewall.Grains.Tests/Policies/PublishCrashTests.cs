using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Policies;

/// <summary>
/// A publish of new windows that ends in the middle, while payments are decided. Version 1 approves what these tests send; version 2 rejects the third
/// payment of a device, those before it included.
/// </summary>
public sealed class PublishCrashTests
{
    /// <summary>More operations than a publish to partitions that are not active takes.</summary>
    private const int MostOperations = 300;

    public static TheoryData<int, int> Operations => Seeds.PortionsOf(MostOperations, 75);

    [Theory, MemberData(nameof(Operations))]
    public void Publish_PowerGoesAtAnyDiskOperation_RollsForwardOrNeverHappened(int first, int last)
    {
        for (var operation = first; operation <= last; operation++)
        {
            var run = new Run(seed: operation);
            run.Firewall.Disk.CrashAt = run.Firewall.Disk.Operations + operation;
            run.Firewall.RunUntilDead(run.Work);
            Assert.True(operation < MostOperations || !run.Firewall.Disk.IsDead, "A publish takes more operations than are tried.");
            Seeds.Run(operation, run.AssertWholeAfterACrash, $", operation {operation}");
        }
    }

    /// <summary>
    /// Of what a process does, only the disk outlives it: between two changes of what is on the disk, all steps are alike, and the first and the last of
    /// them are tried.
    /// </summary>
    [Fact]
    public void Publish_ProcessIsKilledAtAnyStep_RollsForwardOrNeverHappened()
    {
        var steps = StepsAroundChangesOfTheDisk();
        Assert.InRange(steps.Count, 16, 100);
        foreach (var step in steps)
        {
            var run = new Run(seed: 1, isWarm: true);
            run.Firewall.RunSteps(step, run.Work);
            Seeds.Run(1, run.AssertWholeAfterACrash, $", step {step}");
        }
    }

    private static SortedSet<int> StepsAroundChangesOfTheDisk()
    {
        var run = new Run(seed: 1, isWarm: true);
        var (start, last, steps) = (run.Firewall.Scheduler.Steps, "", new SortedSet<int> { 0 });
        run.Firewall.Scheduler.Stepped = step =>
        {
            var disk = run.Firewall.Disk;
            var lengths = disk.Files.Select(file => disk.Content(file).Length);
            var state = $"{string.Join(' ', lengths)} {disk.Flushes} {run.Publish.IsCompleted}";
            if (state != last)
            {
                steps.Add((int)(step.Number - start - 1));
                steps.Add((int)(step.Number - start));
                last = state;
            }
        };
        run.Firewall.RunToEnd(run.Publish);
        return steps;
    }

    private sealed class Run
    {
        private readonly List<AssessmentAnswer> answered = [];

        public Run(int seed, bool isWarm = false)
        {
            Firewall = new SimulatedFirewall(seed, TestPolicies.AmountLimit(1000));
            answered.AddRange(Firewall.AssessAll(Pay("r1", "A"), Pay("r2", "B")));
            if (isWarm)
            {
                answered.AddRange(Firewall.AssessAll([.. Enumerable.Range(0, 200).Select(i => SimulatedFirewall.Payment($"w{i}", $"W{i}", "1"))]));
            }

            Publish = Firewall.Scheduler.Start(() => Firewall.PublishAsync(TestPolicies.DeviceLimit));
            Work = isWarm ? Publish : Task.WhenAll(Publish, Firewall.Scheduler.Start(LoadAsync));
        }

        public SimulatedFirewall Firewall { get; }

        public Task<Result<PublishedPolicy>> Publish { get; }

        public Task Work { get; }

        public void AssertWholeAfterACrash()
        {
            var isAnswered = Publish.IsCompletedSuccessfully && Publish.Result.IsSuccess;
            Firewall.Restart();
            var journal = JournalContent.Read(Firewall);
            Assert.All(answered, answer => Exchange.AssertKept(Firewall, journal, answer));

            var everywhere = Firewall.AssessAll([.. Enumerable.Range(0, 16).Select(i => SimulatedFirewall.Payment($"a{i}", $"A{i}", "10"))]);
            var version = Assert.Single(everywhere.Select(answer => answer.PolicyVersion()).Distinct());
            Assert.True(version == 2 || (version == 1 && !isAnswered), $"answered: {isAnswered}, version {version}");
            Assert.Equal(2, Firewall.Publish(TestPolicies.DeviceLimit).Value.Version);
            Assert.Equal((2, Decision.Reject), Decided(Firewall.AssessAll(Pay("r3", "C"))[0]));
            Assert.Equal((2, Decision.Approve), Decided(Firewall.Assess("r4", "C", "10", "deviceId", "other")));
            _ = JournalContent.Read(Firewall);
        }

        private static string Pay(string reference, string account) => SimulatedFirewall.Payment(reference, account, "10", "deviceId", "phone");

        private static (int Version, Decision Decision) Decided(AssessmentAnswer answer) => (answer.PolicyVersion(), answer.Decision());

        private async Task LoadAsync()
        {
            for (var i = 0; i < 3; i++)
            {
                var answers = await Firewall.AssessAsync(SimulatedFirewall.Payment($"l{i}", "A", "10"));
                answered.AddRange(answers.Where(answer => answer.IsKnown()));
            }
        }
    }
}
