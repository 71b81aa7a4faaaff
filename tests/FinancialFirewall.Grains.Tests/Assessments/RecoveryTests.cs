using System.Globalization;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Assessments;

/// <summary>
/// The power goes at each operation of the disk while past payments with times of their own are assessed: what was answered is there with the same bytes,
/// and what a partition knows afterwards is, byte for byte, what one knows that lived through the same records without a crash, and what a replay gives.
/// </summary>
public sealed class RecoveryTests
{
    /// <summary>More operations than the load takes.</summary>
    private const int MostOperations = 140;

    private const int SnapshotEvery = 2;
    private static readonly string[] Accounts = ["A", "B", "C"];

    public static TheoryData<int, int> Operations => Seeds.PortionsOf(MostOperations, 70);

    [Theory, MemberData(nameof(Operations))]
    public void Assess_PowerGoesAtAnyDiskOperation_KeepsWhatWasAnsweredAndRecoversTheSameBytes(int first, int last)
    {
        for (var operation = first; operation <= last; operation++)
        {
            Seeds.Run(operation, () => AssertRecovers(operation));
        }
    }

    [Fact]
    public void Recover_RefundsAndSnapshots_EqualsAReplayOfEverything()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var firewall = new SimulatedFirewall(seed, TestPolicies.DailyLimit, SnapshotEvery);
            var random = new Random(seed);
            for (var i = 0; i < 12; i++)
            {
                firewall.Assess($"o{i}", Accounts[random.Next(3)], "50", "deviceId", $"d{random.Next(3)}");
                firewall.Assess($"f{i}", $"X{i % 2}", $"{random.Next(1, 60)}", "kind", "REFUND", "originalTransactionReference", $"o{random.Next(i + 1)}");
                firewall.Scheduler.RunFor(TimeSpan.FromSeconds(random.Next(100)));
            }

            var snapshots = StoppedSnapshots(firewall);
            Seeds.Run(seed, () => Assert.Equal(Replayed(firewall, snapshots), snapshots));
        }
    }

    private static void AssertRecovers(int operation)
    {
        var firewall = new SimulatedFirewall(operation, TestPolicies.DeviceLimit, SnapshotEvery);
        var batches = Payments().Chunk(4).ToList();
        var answered = new List<AssessmentAnswer>();
        firewall.Disk.CrashAt = firewall.Disk.Operations + operation;
        firewall.RunUntilDead(firewall.Scheduler.Start(() => LoadAsync(firewall, batches, answered)));
        Assert.True(operation < MostOperations || !firewall.Disk.IsDead, "The load takes more operations than are tried.");
        firewall.Restart();

        var journal = JournalContent.Read(firewall);
        Assert.All(answered, answer => Exchange.AssertKept(firewall, journal, answer));
        firewall.Scheduler.Run(() => LoadAsync(firewall, batches, []));
        var whole = JournalContent.Read(firewall);
        Assert.Equal(Payments().Count(), whole.Assessments.Count);
        Assert.All(journal.Assessments, before => Assert.Equal(before.Bytes(), whole.ByReference[before.Reference()].Bytes()));

        var snapshots = StoppedSnapshots(firewall);
        Assert.NotEmpty(snapshots);
        Assert.Equal(OfATwinThatNeverCrashed(operation, whole), snapshots);
        Assert.Equal(Replayed(firewall, snapshots), snapshots);
    }

    private static Dictionary<int, string> OfATwinThatNeverCrashed(int seed, JournalContent journal)
    {
        var twin = new SimulatedFirewall(seed, TestPolicies.DeviceLimit);
        var byReference = Payments().ToDictionary(payment => payment.Reference, payment => payment.Json, StringComparer.Ordinal);
        foreach (var assessment in journal.Assessments)
        {
            twin.Scheduler.Run(() => twin.AssessPastAsync(byReference[assessment.Reference()]));
        }

        return StoppedSnapshots(twin);
    }

    /// <summary>What the partitions know when they are brought back from the journal alone.</summary>
    private static Dictionary<int, string> Replayed(SimulatedFirewall firewall, Dictionary<int, string> snapshots)
    {
        foreach (var file in firewall.Disk.Files.Where(file => file.StartsWith("snapshots", StringComparison.Ordinal)).ToList())
        {
            firewall.Disk.Steal(file);
        }

        firewall.Disk.Restart();
        firewall.Start();
        foreach (var account in Accounts.Concat(["X0", "X1"]))
        {
            firewall.Scheduler.Run(() => firewall.PreviewAsync(SimulatedFirewall.Payment("look", account, "1")));
        }

        // Releases that may not have arrived are sent again at once, and are known then.
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(1));
        return StoppedSnapshots(firewall).Where(snapshot => snapshots.ContainsKey(snapshot.Key)).ToDictionary();
    }

    /// <summary>What each partition saved when the process ended in good order; read from the disk, where it can be read again.</summary>
    private static Dictionary<int, string> StoppedSnapshots(SimulatedFirewall firewall)
    {
        var all = new Dictionary<int, string>();
        firewall.Stop(async storage =>
        {
            for (var partition = 0; partition < 64; partition++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"partition-{partition}");
                if ((await storage.Snapshots.LoadAsync(SimulatedFirewall.Tenant, name)).Snapshot is { ThroughSequence: > 0 } snapshot)
                {
                    all.Add(partition, Convert.ToHexString(snapshot.Bytes.Span));
                }
            }
        });
        return all;
    }

    private static async Task LoadAsync(SimulatedFirewall firewall, IEnumerable<TestPayment[]> batches, List<AssessmentAnswer> answered)
    {
        foreach (var batch in batches)
        {
            var answers = await firewall.AssessPastAsync([.. batch.Select(payment => payment.Json)]);
            answered.AddRange(answers.Where(answer => answer.IsKnown()));
        }
    }

    private static IEnumerable<TestPayment> Payments() => Enumerable.Range(0, 15).Select(i => new TestPayment($"p{i}", Accounts[i % 3], 30 + i)
    {
        More = ["deviceId", $"d{i % 5}", "initiatedAt", $"2026-03-01T{i / 2:00}:{i:00}:00Z"],
    });
}
