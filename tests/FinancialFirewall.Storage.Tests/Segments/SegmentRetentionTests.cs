using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Tests.Encryption;
using FinancialFirewall.Storage.Tests.SimulatedDisks;
using FinancialFirewall.Storage.Verification;

namespace FinancialFirewall.Storage.Tests.Segments;

/// <summary>Records go by whole segments, and everything else goes on as if they had never been longer.</summary>
public sealed class SegmentRetentionTests
{
    private const long Hour = 60L * 60 * 1_000_000;
    private static readonly TenantId Demo = new("demo");
    private static readonly TenantId Other = new("other");

    [Fact]
    public void RemoveAsync_OldSegments_RemovesThemAndNothingElse()
    {
        var fixture = NewFixture(3);
        fixture.Run(async () =>
        {
            var journal = await FillAsync(fixture);
            var before = new Instant(fixture.Now.UnixMicroseconds - (200 * Hour));
            fixture.RemovedBefore[Demo] = before;
            var found = await journal.Retention.FindAsync(Demo, before);
            Assert.NotEmpty(found);
            Assert.All(found, segment => Assert.True(segment.From <= segment.To && segment.To < before));
            var bytes = journal.Status.SegmentBytes;
            var references = journal.References.Count;

            Assert.Equal(found, await journal.Retention.RemoveAsync(Demo, before));
            Assert.Empty(await journal.Retention.FindAsync(Demo, before));
            Assert.Equal(bytes - found.Sum(segment => segment.Bytes), journal.Status.SegmentBytes);
            Assert.InRange(journal.References.Count, 1, references - 1);
            Assert.DoesNotContain(fixture.Disk.Files, file => found.Any(segment => file == $"segments/demo/{segment.File}"));
            Assert.Equal(found.Sum(segment => segment.Records), Enumerable.Range(0, 3).Sum(partition => journal.Log.GetFirstSequence(Demo, partition) - 1));
            Assert.Equal(1, journal.Log.GetFirstSequence(Other, 0));
            await fixture.CheckAsync(journal);
            await journal.DisposeAsync();

            journal = await fixture.OpenAsync();
            await fixture.CheckAsync(journal);
            await fixture.WriteAsync(journal.Log, Demo, 1, 5);
            await fixture.CheckAsync(journal);
            await journal.DisposeAsync();
        });
    }

    [Fact]
    public void RemoveAsync_AllOfATenant_GoesOnWithTheNextSequence()
    {
        var fixture = NewFixture(4);
        fixture.Run(async () =>
        {
            var journal = await FillAsync(fixture);
            await journal.DisposeAsync();
            journal = await fixture.OpenAsync();
            journal.Start();
            await journal.Worker.Idle;
            fixture.RemovedBefore[Demo] = new Instant(fixture.Now.UnixMicroseconds + 1);
            var next = journal.Log.GetNextSequence(Demo, 0);
            Assert.NotEmpty(await journal.Retention.RemoveAsync(Demo, fixture.RemovedBefore[Demo]));
            Assert.Equal((next, next, next - 1), Ends(journal.Log));
            await journal.DisposeAsync();

            journal = await fixture.OpenAsync();
            Assert.Equal((next, next, next - 1), Ends(journal.Log));
            Assert.Null(await journal.Log.ReadRecordAsync(Demo, 0, next - 1));
            await fixture.WriteAsync(journal.Log, Demo, 0, 5);
            Assert.Equal((next, next + 5, next + 4), Ends(journal.Log));
            await fixture.CheckAsync(journal);
            await journal.DisposeAsync();
        });
        AssertSound(fixture);

        (long First, long Next, long Committed) Ends(CommitLog log)
            => (log.GetFirstSequence(Demo, 0), log.GetNextSequence(Demo, 0), log.GetCommittedSequence(Demo, 0));
    }

    [Fact]
    public void RemoveAsync_FewRecordsInAnOldLogFile_RemovesThemOnceItsAgeEndsIt()
    {
        var fixture = new ArchiveFixture(5) { FileBytes = 1_000_000 };
        fixture.Run(async () =>
        {
            var journal = await fixture.OpenAsync();
            await fixture.WriteAsync(journal.Log, Demo, 0, 3);
            fixture.RemovedBefore[Demo] = new Instant(fixture.Now.UnixMicroseconds + 1);
            fixture.UtcNow = fixture.UtcNow.AddDays(30).AddTicks(-1);
            await fixture.WriteAsync(journal.Log, Demo, 1, 3);
            await journal.Worker.Idle;
            Assert.Empty(await journal.Retention.RemoveAsync(Demo, new Instant(long.MaxValue)));

            fixture.UtcNow = fixture.UtcNow.AddTicks(1);
            await fixture.WriteAsync(journal.Log, Other, 0, 1);
            await journal.Worker.Idle;
            fixture.RemovedBefore[Demo] = new Instant(fixture.Now.UnixMicroseconds + 1);
            Assert.Equal(6, (await journal.Retention.RemoveAsync(Demo, fixture.RemovedBefore[Demo])).Sum(segment => segment.Records));
            await fixture.CheckAsync(journal);
            await journal.DisposeAsync();
        });
    }

    [Fact]
    public void RemoveAsync_CrashesAtAnyOperation_LeavesAllOrNothing()
    {
        var (removed, kept) = (0, 0);
        for (var seed = 1; seed <= 30; seed++)
        {
            try
            {
                (removed, kept) = Live(seed) > 0 ? (removed + 1, kept) : (removed, kept + 1);
            }
            catch (Exception exception)
            {
                Assert.Fail($"seed {seed}: {exception}");
            }
        }

        Assert.True(removed > 5 && kept > 5, $"{removed} removals and {kept} crashes before one show little.");
    }

    private static int Live(int seed)
    {
        var fixture = NewFixture(seed);
        fixture.Run(async () => await (await FillAsync(fixture)).DisposeAsync());
        fixture.RemovedBefore[Demo] = new Instant(fixture.Now.UnixMicroseconds - (100 * Hour));
        fixture.Disk.CrashAt = fixture.Disk.Operations + fixture.Random.Next(20, 200);
        try
        {
            fixture.Run(async () =>
            {
                var journal = await fixture.OpenAsync();
                journal.Start();
                var writing = fixture.WriteAsync(journal.Log, Demo, 1, 20);
                var reading = new SearchOracle(fixture).ReadAllAsync(journal.Assessments, Demo);
                await journal.Retention.RemoveAsync(Demo, fixture.RemovedBefore[Demo]);
                await reading;
                await writing;
                await journal.DisposeAsync();
            });
        }
        catch (Exception exception) when (exception is SimulatedCrashException or JournalFailedException)
        {
            // Expected: the power went.
        }

        fixture.Scheduler.RunAll();
        fixture.Disk.Restart();
        var gone = 0L;
        fixture.Run(async () =>
        {
            var journal = await fixture.OpenAsync();
            await fixture.CheckAsync(journal);
            gone = Enumerable.Range(0, 3).Sum(partition => journal.Log.GetFirstSequence(Demo, partition) - 1);
            Assert.True(gone == 0 || (await journal.Retention.FindAsync(Demo, fixture.RemovedBefore[Demo])).Count == 0, "A part was removed.");
            await journal.DisposeAsync();
        });
        AssertSound(fixture);
        return (int)gone;
    }

    private static ArchiveFixture NewFixture(int seed)
    {
        var fixture = new ArchiveFixture(seed) { ClockStep = Hour };
        fixture.Options = fixture.Options with { Period = TimeSpan.FromDays(4), QuietTime = seed % 2 == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(1) };
        return fixture;
    }

    private static async Task<ArchivedJournal> FillAsync(ArchiveFixture fixture)
    {
        var journal = await fixture.OpenAsync();
        journal.Start();
        for (var i = 0; i < 60; i++)
        {
            await fixture.WriteAsync(journal.Log, i % 4 == 3 ? Other : Demo, i % 4 == 3 ? 0 : i % 4, fixture.Random.Next(1, 8));
        }

        await journal.Worker.Idle;
        Assert.Null(journal.Worker.Failure);
        return journal;
    }

    private static void AssertSound(ArchiveFixture fixture)
    {
        var verifier = new SegmentVerifier(fixture.Disk, TestKeyring.Shared.For(KeyPurpose.Segments));
        fixture.Run(async () => await verifier.VerifyAsync(static (_, _) => { }, CancellationToken.None));
        Assert.Empty(verifier.Damages);
    }
}
