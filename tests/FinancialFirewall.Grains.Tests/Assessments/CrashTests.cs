using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Grains.Assessments;

namespace FinancialFirewall.Grains.Tests.Assessments;

public sealed class CrashTests
{
    [Fact]
    public void Assess_PowerGoesAtAnyDiskOperation_KeepsWhatWasAnsweredOnceAndDecidesAsWithoutACrash()
    {
        for (var operation = 1; operation <= 30; operation++)
        {
            var firewall = new SimulatedFirewall(operation, TestPolicies.DailyLimit, recordsBetweenSnapshots: 3);
            firewall.Disk.CrashAt = firewall.Disk.Operations + operation;
            var answered = new List<AssessmentAnswer>();
            var load = firewall.Scheduler.Start(() => LoadAsync(firewall, answered));
            firewall.RunUntilDead(load);
            firewall.Restart();

            foreach (var answer in answered)
            {
                Assert.Equal((operation, answer.Bytes()), (operation, firewall.Find(answer.Reference())?.Bytes()));
            }

            AssertWhole(firewall, operation);
            var again = firewall.AssessAll([.. Payments()]);
            var twin = new SimulatedFirewall(operation, TestPolicies.DailyLimit);
            var expected = twin.AssessAll([.. Payments()]);
            Assert.Equal((operation, Text(expected)), (operation, Text(again)));
            AssertWhole(firewall, operation);
        }
    }

    [Fact]
    public void Recover_ThroughSnapshots_EqualsFullReplay()
    {
        foreach (var between in (int[])[2, PartitionSnapshots.DefaultRecordsBetween])
        {
            var firewall = new SimulatedFirewall(seed: 4, TestPolicies.DailyLimit, between);
            firewall.AssessAll([.. Payments()]);
            firewall.Stop();
            firewall.Disk.Restart();
            firewall.Start();
            var afterStop = firewall.Disk.Files.Count(file => file.StartsWith("snapshots", StringComparison.Ordinal));
            Assert.True(afterStop > 0, "A graceful stop saves snapshots.");
            var bySnapshot = firewall.Assess("next", "A0", "301").Decision();

            foreach (var file in firewall.Disk.Files.Where(file => file.StartsWith("snapshots", StringComparison.Ordinal)).ToList())
            {
                firewall.Disk.Steal(file);
            }

            firewall.Restart();
            Assert.Equal(bySnapshot, firewall.Assess("next", "A0", "301").Decision());
            Assert.Equal(Decision.Reject, firewall.Assess("more", "A0", "700").Decision());
        }
    }

    [Fact]
    public void Assess_ManyRecordsUnderOverlappingBatches_SavesSnapshots()
    {
        var firewall = new SimulatedFirewall(seed: 8, TestPolicies.DailyLimit, recordsBetweenSnapshots: 10);
        firewall.AtOnce([.. Enumerable.Range(0, 40).Select(i => (string[])[SimulatedFirewall.Payment($"p{i}", "A", "1")])]);
        Assert.Contains(firewall.Disk.Files, file => file.StartsWith("snapshots", StringComparison.Ordinal));
        firewall.Restart();
        Assert.Equal(Decision.Approve, firewall.Assess("fits", "A", "960").Decision());
        Assert.Equal(Decision.Reject, firewall.Assess("over", "A", "1").Decision());
    }

    private static async Task LoadAsync(SimulatedFirewall firewall, List<AssessmentAnswer> answered)
    {
        foreach (var batch in Payments().Chunk(4))
        {
            answered.AddRange((await firewall.AssessAsync(batch)).Where(answer => answer.Refusal is null));
        }
    }

    private static IEnumerable<string> Payments()
        => Enumerable.Range(0, 24).Select(i => SimulatedFirewall.Payment($"p{i}", $"A{i % 3}", "300"));

    private static string Text(IEnumerable<AssessmentAnswer> answers)
        => string.Join(' ', answers.Select(answer => $"{answer.Reference()}={answer.Decision()}"));

    private static void AssertWhole(SimulatedFirewall firewall, int operation) => firewall.Scheduler.Run(async () =>
    {
        var references = new HashSet<string>(StringComparer.Ordinal);
        foreach (var end in firewall.Storage.Journal.GetPartitions(SimulatedFirewall.Tenant))
        {
            var sequence = 0L;
            await foreach (var batch in firewall.Storage.Journal.ReadAsync(SimulatedFirewall.Tenant, end.Partition, 1))
            {
                for (var i = 0; i < batch.Count; i++)
                {
                    var answer = new AssessmentAnswer(batch[i].ToArray(), IsDuplicate: false, Refusal: null);
                    Assert.Equal((operation, ++sequence), (operation, answer.Sequence()));
                    Assert.True(references.Add(answer.Reference()), $"operation {operation}: {answer.Reference()} is there twice.");
                }
            }
        }
    });
}
