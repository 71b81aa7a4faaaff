using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Assessments;

public sealed class BatchOrderTests
{
    private const int Batches = 10;
    private const int PaymentsInBatch = 12;

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

    private static string[] Batch(int batch)
        => [.. Enumerable.Range(0, PaymentsInBatch).Select(i => SimulatedFirewall.Payment($"p{batch}-{i}", $"A{i % 4}", "10", "deviceId", $"d{i % 3}"))];
}
