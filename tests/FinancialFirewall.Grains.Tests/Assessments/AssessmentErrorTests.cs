using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Tests.Assessments;

public sealed class AssessmentErrorTests
{
    [Fact]
    public void Assess_AnotherActivationHasWrittenThePartition_SaysThatItMovedAndGoesOnFromTheOthersRecords()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.DailyLimit);
        var twin = new SimulatedFirewall(seed: 1, TestPolicies.DailyLimit);
        var partition = firewall.Assess("r1", "A", "300").Partition();
        twin.Assess("r1", "A", "300");
        Append(firewall, partition, twin.Assess("r2", "A", "300").Record);

        Assert.Equal([Moved(partition)], firewall.Assess("r3", "A", "400").Refusal!);
        Assert.Equal((Decision.Reject, 3), (firewall.Assess("r3", "A", "401").Decision(), firewall.Find("r3")?.Sequence()));
        Assert.Equal(Decision.Approve, firewall.Assess("r4", "A", "400").Decision());
    }

    [Fact]
    public void Assess_AnotherActivationHasOpenedThePartition_SaysThatItMovedAndGoesOn()
    {
        var firewall = new SimulatedFirewall(seed: 2, TestPolicies.DailyLimit);
        var partition = firewall.Assess("r1", "A", "300").Partition();
        firewall.Storage.Journal.OpenEpoch(SimulatedFirewall.Tenant, partition);

        Assert.Equal([Moved(partition)], firewall.Assess("r2", "A", "700").Refusal!);
        Assert.Null(firewall.Find("r2"));
        Assert.Equal(Decision.Approve, firewall.Assess("r2", "A", "700").Decision());
    }

    [Fact]
    public void Assess_MoreThanTheJournalLetsWait_IsBusy()
    {
        var log = new CommitLogOptions { BufferBytes = 1_500, MaximumWaiters = 2 };
        var firewall = new SimulatedFirewall(seed: 3, new FirewallSetup { Policy = TestPolicies.DailyLimit, Log = log });
        var answers = firewall.AtOnce([.. Enumerable.Range(0, 40).Select(i => (string[])[SimulatedFirewall.Payment($"r{i}", $"A{i}", "1")])]);
        var busy = new Error(ErrorKind.Unavailable, "JOURNAL_BUSY", "journal", "2", "2 callers wait for the disk already: try again later.");
        Assert.Equal([busy], answers.Where(answer => answer.Refusal is not null).SelectMany(answer => answer.Refusal!).Distinct());
        Assert.Equal(answers.Count(answer => answer.Refusal is null), JournalContent.Read(firewall).Assessments.Count);
    }

    [Fact]
    public void Assess_MoreThanTheJournalHolds_IsTooLargeAndSmallerPartsAreDecided()
    {
        var log = new CommitLogOptions { BufferBytes = 1_500 };
        var firewall = new SimulatedFirewall(seed: 4, new FirewallSetup { Policy = TestPolicies.DailyLimit, Log = log });
        var batch = Enumerable.Range(0, 10).Select(i => SimulatedFirewall.Payment($"r{i}", "A", "1")).ToArray();
        Assert.All(firewall.AssessAll(batch), answer =>
        {
            var error = Assert.Single(answer.Refusal!);
            var message = "At most 1500 bytes can be appended at once: append in smaller parts.";
            Assert.Equal(new Error(ErrorKind.TooLarge, "APPEND_TOO_LARGE", "records", error.Value, message), error);
            Assert.True(int.Parse(error.Value, System.Globalization.CultureInfo.InvariantCulture) > log.BufferBytes);
        });
        Assert.All(batch, payment => Assert.Equal(Decision.Approve, firewall.AssessAll(payment)[0].Decision()));
    }

    [Fact]
    public void Assess_FullDisk_SaysWhichDiskAndHowFull()
    {
        var firewall = new SimulatedFirewall(seed: 5, new FirewallSetup { Policy = TestPolicies.DailyLimit, Capacity = 32 * 1024 * 1024 });
        var free = firewall.Scheduler.Run(() => firewall.Disk.GetFreeBytesAsync().AsTask());
        var message = $"The disk of '/simulated' has {free} bytes left and the journal keeps 67108864 free: nothing is recorded until there is room again.";
        Assert.Equal([new Error(ErrorKind.Unavailable, "DISK_FULL", "/simulated", $"{free}", message)], firewall.Assess("r", "A", "1").Refusal!);
    }

    private static Error Moved(int partition)
        => new(ErrorKind.Unavailable, "PARTITION_MOVED", "", "", $"Partition {partition} of tenant 'acme' has moved: send the payment again.");

    /// <summary>Writes a record as another activation of its partition would.</summary>
    private static void Append(SimulatedFirewall firewall, int partition, ReadOnlyMemory<byte> record) => firewall.Scheduler.Run(async () =>
    {
        var journal = firewall.Storage.Journal;
        var records = new RecordBatch();
        records.Add(record.Span, new RecordHeader(record.Span).ReferenceHash);
        using var reservation = (await journal.ReserveAsync(records.RequiredBytes)).Value;
        var epoch = journal.OpenEpoch(SimulatedFirewall.Tenant, partition);
        var sequence = journal.GetNextSequence(SimulatedFirewall.Tenant, partition);
        await journal.CommitAsync(journal.Append(SimulatedFirewall.Tenant, partition, epoch, sequence, records, reservation).Value);
    });
}
