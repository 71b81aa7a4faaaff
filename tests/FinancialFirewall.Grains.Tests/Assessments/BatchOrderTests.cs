using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Tests.Assessments;

public sealed class BatchOrderTests
{
    private const int Batches = 10;
    private const int PaymentsInBatch = 12;

    /// <summary>Publishing takes time.</summary>
    public static TheoryData<int, int> Few => Seeds.PortionsOf(12, 6);

    [Theory, MemberData(nameof(Seeds.Portions), MemberType = typeof(Seeds))]
    public void Assess_ManyBatchesInFlight_DecidesEachBatchInItsOrderInsideAPartition(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var firewall = new SimulatedFirewall(seed, seed % 2 == 0 ? TestPolicies.DailyLimit : TestPolicies.DeviceLimit);
        var answers = firewall.AtOnce([.. Enumerable.Range(0, Batches).Select(Batch)]);

        foreach (var batch in answers.Chunk(PaymentsInBatch))
        {
            foreach (var part in batch.GroupBy(answer => answer.Partition()))
            {
                var start = part.First().Sequence();
                Assert.Equal(Enumerable.Range(0, part.Count()).Select(i => start + i), part.Select(answer => answer.Sequence()));
            }
        }
    });

    [Theory, MemberData(nameof(Seeds.Portions), MemberType = typeof(Seeds))]
    public void Assess_BatchesOfOneStreamSentBeforeTheOnesBeforeAreAnswered_AreDecidedInTheirOrder(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var firewall = new SimulatedFirewall(seed, seed % 2 == 0 ? TestPolicies.DailyLimit : TestPolicies.DeviceLimit);
        var answers = firewall.Scheduler.Run(async () =>
        {
            var stream = firewall.Router.Open(SimulatedFirewall.Tenant);
            var sent = Enumerable.Range(0, Batches).Select(batch => stream.AssessAsync(firewall.Pack(Batch(batch)))).ToList();
            return (await Task.WhenAll(sent)).SelectMany(batch => batch).ToList();
        });
        foreach (var part in answers.GroupBy(answer => answer.Partition()))
        {
            Assert.Equal(Enumerable.Range(1, part.Count()), part.Select(answer => (int)answer.Sequence()));
        }
    });

    [Theory, MemberData(nameof(Few))]
    public void Assess_WhilePoliciesWithOtherKeyedWindowsArePublished_DecidesTheBatchesOfAStreamInTheirOrder(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var firewall = new SimulatedFirewall(seed, TestPolicies.DeviceLimit);
        var publishing = firewall.Scheduler.Start(async () =>
        {
            await firewall.PublishAsync(TestPolicies.DeviceCount(7));
            await firewall.PublishAsync(TestPolicies.DeviceLimit);
        });
        firewall.RunSteps(new Random(seed).Next(4_000), publishing);
        AssertOrder(firewall);
        firewall.Scheduler.RunUntil(publishing);
    });

    [Theory, MemberData(nameof(Few))]
    public void Assess_WhileTheJournalIsBehind_DecidesTheBatchesOfAStreamInTheirOrder(int first, int last) => Seeds.Run(first, last, seed =>
    {
        var log = new CommitLogOptions { FileBytes = 2_000, MaximumWaitingFiles = 1, BufferBytes = 40_000 };
        AssertOrder(new SimulatedFirewall(seed, new FirewallSetup { Policy = TestPolicies.DailyLimit, Log = log }));
    });

    /// <summary>Sends batches one after the other without waiting for answers: whatever is decided of an account is decided in that order.</summary>
    private static void AssertOrder(SimulatedFirewall firewall)
    {
        var answers = firewall.Scheduler.Run(async () =>
        {
            var stream = firewall.Router.Open(SimulatedFirewall.Tenant);
            var sent = new List<Task<AssessmentAnswer[]>>();
            for (var batch = 0; batch < Batches; batch++)
            {
                sent.Add(stream.AssessAsync(firewall.Pack(Batch(batch))));
                await Task.Delay(TimeSpan.FromMicroseconds(batch), firewall.Scheduler.Time);
            }

            return (await Task.WhenAll(sent)).SelectMany(static batch => batch).ToList();
        });
        foreach (var part in answers.Where(static answer => answer.Refusal is null).GroupBy(static answer => answer.Partition()))
        {
            Assert.Equal(part.Select(static answer => answer.Sequence()).Order(), part.Select(static answer => answer.Sequence()));
        }
    }

    private static string[] Batch(int batch)
        => [.. Enumerable.Range(0, PaymentsInBatch).Select(i => SimulatedFirewall.Payment($"p{batch}-{i}", $"A{i % 4}", "10", "deviceId", $"d{i % 3}"))];
}
