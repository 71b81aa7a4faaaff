using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Tests.SimulatedDisks;

namespace FinancialFirewall.Storage.Tests.Segments;

public sealed class CrashAtEveryStepTests
{
    private static readonly TenantId Demo = new("demo");
    private static readonly TenantId Other = new("other");

    /// <summary>The same files are moved and merged again and again, and the power goes one operation later each time.</summary>
    [Fact]
    public void MovingAndMerging_PowerGoesAtAnyOperation_LosesNothingAndEndsTheNextTime()
    {
        for (var step = 1; ; step++)
        {
            var fixture = new ArchiveFixture(seed: 11) { Options = new() { MergeCount = 2 } };
            fixture.Run(() => WriteAsync(fixture));
            var before = fixture.Disk.Operations;
            fixture.Disk.CrashAt = before + step;
            var isWhole = Try(fixture, () => MoveAsync(fixture));
            fixture.Scheduler.RunAll();
            fixture.Disk.Restart();
            try
            {
                fixture.Run(() => MoveAsync(fixture));
                Assert.DoesNotContain(fixture.Disk.Files, file => file.EndsWith(".tmp", StringComparison.Ordinal));
                Assert.Equal(0, fixture.Disk.Files.Count(file => file.StartsWith("journal/", StringComparison.Ordinal)));
            }
            catch (Exception exception)
            {
                Assert.Fail($"step {step}: {exception}");
            }

            if (isWhole)
            {
                Assert.InRange(step, 100, 5_000);
                return;
            }
        }
    }

    private static bool Try(ArchiveFixture fixture, Func<Task> work)
    {
        try
        {
            fixture.Run(work);
            return true;
        }
        catch (Exception exception) when (exception is SimulatedCrashException or JournalFailedException)
        {
            return false;
        }
    }

    private static async Task WriteAsync(ArchiveFixture fixture)
    {
        for (var file = 0; file < 4; file++)
        {
            var journal = await fixture.OpenAsync();
            await fixture.WriteAsync(journal.Log, Demo, 0, 3);
            await fixture.WriteAsync(journal.Log, Other, 1, 2);
            await journal.DisposeAsync();
        }
    }

    private static async Task MoveAsync(ArchiveFixture fixture)
    {
        var journal = await fixture.OpenAsync();
        await fixture.CheckAsync(journal);
        journal.Start();
        await journal.Worker.Idle;
        if (journal.Worker.Failure is { } failure)
        {
            throw failure is SimulatedCrashException ? failure : new InvalidOperationException("Moving failed.", failure);
        }

        await fixture.CheckAsync(journal);
        await journal.DisposeAsync();
    }
}
