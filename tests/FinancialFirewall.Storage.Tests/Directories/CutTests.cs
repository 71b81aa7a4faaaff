using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.States;
using FinancialFirewall.Storage.Tests.Backups;

namespace FinancialFirewall.Storage.Tests.Directories;

public sealed class CutTests
{
    private const int Seeds = 10;
    private const int Bytes = 1_500;
    private const int Turns = 100;
    private const int WritesBeforeCompaction = 3;
    private static readonly StateKey Key = new(BackupFixture.Demo, "policy", "1");
    private static readonly StateKey Late = new(BackupFixture.Demo, "policy", "2");

    /// <summary>
    /// A strict leader's compaction waits until the follower has acknowledged a change. Where that follower is lost, the one that takes its place begins with a cut:
    /// which must not wait for the compaction.
    /// </summary>
    [Fact]
    public void HoldAsync_WhileACompactionWaitsForACommit_DoesNotWait()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var fixture = new BackupFixture(seed);
            try
            {
                fixture.Run(() => RunAsync(fixture));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed} fails.", exception);
            }
        }
    }

    private static async Task RunAsync(BackupFixture fixture)
    {
        var gate = new ClosableGate();
        await using var directory = (await DataDirectory.OpenAsync(fixture.SetUp(fixture.Source) with { Gate = gate })).Value;
        long? etag = null;
        for (var i = 0; i < WritesBeforeCompaction; i++)
        {
            etag = (await directory.States.WriteAsync(Key, new byte[Bytes], etag)).Value;
        }

        gate.Close();
        var first = directory.States.WriteAsync(Key, new byte[Bytes], etag).AsTask();
        await gate.Arrival;
        var second = directory.States.WriteAsync(Late, new byte[1], null).AsTask();
        gate.LetOneThrough();
        await gate.Arrival;

        // The first change is published, and its writer compacts as soon as it has its turn: for that it waits for the second.
        for (var turn = 0; turn < Turns; turn++)
        {
            await Task.Yield();
        }

        var generation = directory.StateLog.Current.Number;
        await using (var hold = await directory.HoldAsync())
        {
            Assert.Equal(generation, hold.Cut.Generation);
            Assert.False(second.IsCompleted);
        }

        gate.Open();
        Assert.True((await first).IsSuccess && (await second).IsSuccess);
        Assert.Equal(generation + 1, directory.StateLog.Current.Number);
    }
}
