using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Tests.SimulatedDisks;
using static FinancialFirewall.Storage.Tests.Journals.JournalFixture;

namespace FinancialFirewall.Storage.Tests.Journals;

/// <summary>What a start finds and serves is there after the power went, although the process before it ended before it was flushed.</summary>
public sealed class LogSettlingTests
{
    private const int Seeds = 40;
    private const int MostOperations = 12;
    private const string Last = "written and never flushed";

    [Fact]
    public void OpenAsync_ProcessEndedBetweenWriteAndFlush_ServesNothingThatALossOfPowerTakesAway()
    {
        var served = 0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            for (var operations = 1; operations <= MostOperations; operations++)
            {
                var fixture = new JournalFixture(seed);
                var ended = operations;
                var hasEnded = Ends(fixture, () => fixture.Disk.CrashAt = fixture.Disk.Operations + ended);
                served += AssertKeepsWhatItServes(fixture, $"seed {seed}, end after {operations} operations") && hasEnded ? 1 : 0;
            }
        }

        Assert.True(served >= Seeds, $"Only {served} ends came between a write and its flush.");
    }

    [Fact]
    public void OpenAsync_FlushFailedBeforeTheProcessEnded_ServesNothingThatALossOfPowerTakesAway()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var fixture = new JournalFixture(seed);

            Assert.True(Ends(fixture, () => fixture.Disk.FailingFlushes = 1));
            Assert.True(AssertKeepsWhatItServes(fixture, $"seed {seed}"), $"seed {seed}: what was written is not there for the next process.");
        }
    }

    private static bool Ends(JournalFixture fixture, Action fail)
    {
        try
        {
            fixture.Run(async () =>
            {
                var log = await fixture.OpenAsync();
                await WriteAsync(log, Demo, 0, "flushed");
                fail();
                await WriteAsync(log, Demo, 0, Last);
            });
            return false;
        }
        catch (Exception exception) when (exception is SimulatedCrashException or JournalFailedException)
        {
            return true;
        }
    }

    /// <returns>Whether the last record was served.</returns>
    private static bool AssertKeepsWhatItServes(JournalFixture fixture, string place)
    {
        List<string> before = [];
        List<string> after = [];
        fixture.Disk.EndProcess();
        fixture.Run(async () => before = await ReadAsync(await fixture.OpenAsync(), Demo, 0));
        fixture.Disk.Restart();
        fixture.Run(async () => after = await ReadAsync(await fixture.OpenAsync(), Demo, 0));

        Assert.True(before.SequenceEqual(after, StringComparer.Ordinal), $"{place}: {string.Join(", ", before)} was served, and then {string.Join(", ", after)}.");
        Assert.Equal("flushed", before[0]);
        return before.Contains(Last, StringComparer.Ordinal);
    }
}
