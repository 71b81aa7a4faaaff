using FinancialFirewall.Storage.Backups;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Replication;
using FinancialFirewall.Storage.Sites;
using FinancialFirewall.Storage.Tests.Backups;
using FinancialFirewall.Storage.Tests.SimulatedDisks;

namespace FinancialFirewall.Storage.Tests.Replication;

public sealed class SitePropertyTests
{
    private const int Seeds = 12;

    /// <summary>A follower that is copied, cut off, restarted and cut again holds after its promotion everything that was answered before it had caught up last.</summary>
    [Fact]
    public void Follower_LossyLinkAndRestarts_HoldsEverythingAtItsPromotion()
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
        var copy = new SimulatedDisk(fixture.Random);
        var leader = new LeaderSite(new SiteOptions(), fixture.Time);
        var opened = await leader.OpenAsync(fixture.SetUp(fixture.Source));
        Assert.True(opened.IsSuccess, opened.IsSuccess ? "" : opened.Errors[0].Message);
        await using var directory = opened.Value;
        await fixture.WorkAsync(directory, fixture.Random.Next(60));
        var link = new LossyLink(leader, fixture.Random);
        await CopyAsync(link, copy);
        for (var rounds = fixture.Random.Next(1, 4); rounds > 0; rounds--)
        {
            await FollowAsync(fixture, directory, link, copy);
        }

        var end = fixture.Time.Now;
        var promoted = await SitePromotion.RunAsync(copy, 0, fixture.Time, CancellationToken.None);
        Assert.True(promoted.IsSuccess, promoted.IsSuccess ? "" : promoted.Errors[0].Message);
        Assert.Equal(2u, promoted.Value.Term);
        await fixture.CheckAsync(copy, end);
    }

    private static async Task CopyAsync(LossyLink link, SimulatedDisk disk)
    {
        for (var done = false; !done;)
        {
            try
            {
                var copied = await new SiteCopy(link, disk, new BackupOptions()).RunAsync(CancellationToken.None);
                Assert.True(copied.IsSuccess, copied.IsSuccess ? "" : copied.Errors[0].Message);
                done = true;
            }
            catch (IOException) when (link.TakeLoss())
            {
                // The next attempt begins anew.
            }
        }
    }

    private static async Task FollowAsync(BackupFixture fixture, DataDirectory source, LossyLink link, SimulatedDisk disk)
    {
        var opened = await DataDirectory.OpenAsync(fixture.SetUp(disk) with { IsFollower = true });
        Assert.True(opened.IsSuccess, opened.IsSuccess ? "" : opened.Errors[0].Message);
        await using var directory = opened.Value;
        var site = new FollowerSite(directory, link, fixture.Time);
        for (var steps = fixture.Random.Next(1, 30); steps > 0; steps--)
        {
            await fixture.WorkAsync(source, fixture.Random.Next(8));
            await TryAsync(link, () => fixture.Random.Next(4) == 0 ? site.RefreshAsync(CancellationToken.None) : site.StepAsync(TimeSpan.Zero, CancellationToken.None));
        }

        while (!site.Report.IsCaughtUp || await TryAsync(link, () => site.StepAsync(TimeSpan.Zero, CancellationToken.None)) is not false)
        {
            await TryAsync(link, () => site.StepAsync(TimeSpan.Zero, CancellationToken.None));
        }
    }

    private static async Task<bool?> TryAsync(LossyLink link, Func<ValueTask<Domain.Results.Result<bool>>> work)
    {
        try
        {
            var done = await work();
            Assert.True(done.IsSuccess, done.IsSuccess ? "" : done.Errors[0].Message);
            return done.Value;
        }
        catch (IOException) when (link.TakeLoss())
        {
            return null;
        }
    }
}
