using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Tests.SimulatedDisks;

namespace FinancialFirewall.Storage.Tests.Segments;

/// <summary>Log and segments against a list in memory, while records move, segments merge, and the power goes at any operation.</summary>
public sealed class ArchivePropertyTests
{
    private const int Lives = 4;
    private static readonly TenantId[] Tenants = [new("demo"), new("other")];

    [Fact]
    public void Archive_CrashesAndRecovers_HasEachRecordOnce()
    {
        var (merged, moved) = (0, 0);
        for (var seed = 1; seed <= 40; seed++)
        {
            try
            {
                var fixture = Live(seed);
                moved += fixture.Disk.Files.Count(file => file.StartsWith("segments/demo/", StringComparison.Ordinal));
                merged += fixture.Disk.Files.Count(IsMerged);
            }
            catch (Exception exception)
            {
                Assert.Fail($"seed {seed}: {exception}");
            }
        }

        Assert.True(moved > 40 && merged > 15, $"{moved} segments and {merged} merged ones show little.");
    }

    private static bool IsMerged(string file)
        => file.StartsWith("segments/", StringComparison.Ordinal) && file.Split('/') is [_, _, var name] && name[..10] != name[11..21];

    private static ArchiveFixture Live(int seed)
    {
        var fixture = new ArchiveFixture(seed);
        fixture.Options = fixture.Options with { QuietTime = seed % 2 == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(1) };
        for (var life = 0; life < Lives; life++)
        {
            fixture.Disk.CrashAt = fixture.Disk.Operations + fixture.Random.Next(5, 700);
            try
            {
                fixture.Run(() => WorkAsync(fixture));
            }
            catch (Exception exception) when (exception is SimulatedCrashException or JournalFailedException)
            {
                // Expected: the power went.
            }

            fixture.Scheduler.RunAll();
            fixture.Disk.Restart();
            fixture.Disk.FailingFlushes = 0;
            fixture.Run(() => CheckAsync(fixture));
        }

        return fixture;
    }

    private static async Task WorkAsync(ArchiveFixture fixture)
    {
        var journal = await fixture.OpenAsync();
        journal.Start();
        var work = Enumerable.Range(0, fixture.Random.Next(1, 6)).Select(writer => WriteAllAsync(fixture, journal, writer)).ToList();
        work.Add(ReadAllAsync(fixture, journal.Log));
        work.Add(new SearchOracle(fixture).CheckWhileWritingAsync(journal.Assessments));
        await Task.WhenAll(work);
        await journal.DisposeAsync();
    }

    private static async Task WriteAllAsync(ArchiveFixture fixture, ArchivedJournal journal, int writer)
    {
        for (var i = 0; i < 12; i++)
        {
            await fixture.WriteAsync(journal.Log, Tenants[writer % 2], writer, fixture.Random.Next(1, 8));
        }
    }

    private static async Task ReadAllAsync(ArchiveFixture fixture, CommitLog log)
    {
        for (var i = 0; i < 6; i++)
        {
            foreach (var ((tenant, partition), kept) in fixture.Model.ToList())
            {
                var next = fixture.Random.Next(kept.Answered + 1) + 1L;
                await foreach (var batch in log.ReadAsync(tenant, partition, next))
                {
                    Assert.Equal(next, batch.FirstSequence);
                    Assert.Equal(kept.Records[(int)next - 1], batch[0].ToArray());
                    next += batch.Count;
                }

                Assert.True(next > kept.Answered || next > 1, "Nothing was read.");
            }

            await Task.Yield();
        }
    }

    private static async Task CheckAsync(ArchiveFixture fixture)
    {
        var journal = await fixture.OpenAsync();
        await fixture.CheckAsync(journal);
        journal.Start();
        await journal.Worker.Idle;
        Assert.Null(journal.Worker.Failure);
        Assert.Equal(0, journal.Log.Completed.Count);
        await fixture.CheckAsync(journal);
        await journal.DisposeAsync();
    }
}
