using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Assessments;

public sealed class CrashTests
{
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

    private static IEnumerable<string> Payments()
        => Enumerable.Range(0, 24).Select(i => SimulatedFirewall.Payment($"p{i}", $"A{i % 3}", "300"));
}
