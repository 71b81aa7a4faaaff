using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Backups;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Tests.SimulatedDisks;

namespace FinancialFirewall.Storage.Tests.Backups;

public sealed class BackupPropertyTests
{
    /// <summary>Work goes on while points are taken; each of them holds all that was answered before it, and opens.</summary>
    [Fact]
    public void RestoreAsync_PointsTakenUnderLoad_EachHoldsWhatWasAnsweredBefore()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            RunSeed(seed, async fixture =>
            {
                var points = await TakePointsAsync(fixture, 4);
                for (var i = 0; i < points.Count; i++)
                {
                    await fixture.CheckAsync(await fixture.RestoreAsync(i + 1), points[i]);
                }
            });
        }
    }

    /// <summary>Any time between the first record and the last point comes back: all answers up to it and nothing that began after it.</summary>
    [Fact]
    public void RestoreAsync_AnyTime_HoldsWhatWasAnsweredByThen()
    {
        var (inLog, inSegments, laterStates) = (0, 0, 0);
        for (var seed = 100; seed < 105; seed++)
        {
            RunSeed(seed, async fixture =>
            {
                var began = fixture.Time.Now.Plus(TimeSpan.FromMilliseconds(12));
                var points = await TakePointsAsync(fixture, 3);
                for (var i = 0; i < 4; i++)
                {
                    var time = new Instant(fixture.Random.NextInt64(began.UnixMicroseconds, points[^1].UnixMicroseconds));
                    var (disk, report) = await fixture.RestoreAsync(time);
                    await fixture.CheckAsync(disk, time, report.StatesAsOf);
                    (inLog, inSegments) = report.CutSegments > 0 ? (inLog, inSegments + 1) : (inLog + 1, inSegments);
                    laterStates += report.StatesAsOf is null ? 0 : 1;
                }
            });
        }

        Assert.InRange(inLog, 2, 18);
        Assert.InRange(inSegments, 2, 18);
        Assert.InRange(laterStates, 1, 18);
    }

    /// <summary>The power of the backup's disk goes at any operation: what was complete stays, and the next backup goes through.</summary>
    [Fact]
    public void WriteAsync_PowerGoesAtAnyOperation_KeepsEarlierPointsAndGoesOn()
    {
        for (var step = 1; ; step += 1 + (step / 12))
        {
            var isWhole = false;
            RunSeed(7, async fixture =>
            {
                await using var directory = await fixture.OpenAsync();
                await fixture.WorkAsync(directory, 25);
                await fixture.BackUpAsync(directory);
                var first = fixture.Time.Now;
                await fixture.WorkAsync(directory, 25);
                fixture.Target.CrashAt = fixture.Target.Operations + step;
                isWhole = await TryBackUpAsync(fixture, directory);
                fixture.Target.Restart();
                await fixture.CheckAsync(await fixture.RestoreAsync(1), first);
                await fixture.WorkAsync(directory, 5);
                await fixture.BackUpAsync(directory);
                await fixture.CheckAsync(await fixture.RestoreAsync(), fixture.Time.Now);
            });
            if (isWhole)
            {
                Assert.InRange(step, 50, 2_000);
                return;
            }
        }
    }

    private static async Task<bool> TryBackUpAsync(BackupFixture fixture, DataDirectory directory)
    {
        try
        {
            await fixture.BackUpAsync(directory);
            return true;
        }
        catch (SimulatedCrashException)
        {
            return false;
        }
    }

    private static async Task<List<Instant>> TakePointsAsync(BackupFixture fixture, int count)
    {
        var points = new List<Instant>();
        await using var directory = await fixture.OpenAsync();
        for (var point = 1; point <= count; point++)
        {
            await fixture.WorkAsync(directory, fixture.Random.Next(10, 60));
            await using var hold = await directory.HoldAsync();
            points.Add(hold.Cut.TakenAt);
            fixture.Time.Pass();
            var working = fixture.WorkAsync(directory, fixture.Random.Next(20, 40));
            var written = await new BackupWriter(fixture.Source, hold.Cut, fixture.Target, new()).WriteAsync();
            Assert.Equal(point, written.Value.Point.Number);
            await working;
        }

        return points;
    }

    private static void RunSeed(int seed, Func<BackupFixture, Task> test)
    {
        var fixture = new BackupFixture(seed);
        try
        {
            fixture.Run(() => test(fixture));
        }
        catch (Exception exception)
        {
            Assert.Fail($"seed {seed}: {exception}");
        }
    }
}
