using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Storage.Tests.Sites;

public sealed class LeaderStateTests
{
    private const int Seeds = 2_000;
    private const int Steps = 150;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TwoSites_MessagesLostDoubledAndDelayed_LoseNoMoreThanPromised(bool isSynchronous)
    {
        var (promotions, published) = (0, 0L);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var pair = new ModelPair(seed, isSynchronous);
            try
            {
                for (var step = 0; step < Steps; step++)
                {
                    pair.Step();
                }
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed} fails.", exception);
            }

            promotions += pair.Promotions;
            published += pair.PublishedCount;
        }

        Assert.True(promotions > Seeds / 4, $"There were only {promotions} promotions.");
        Assert.True(published > Seeds, $"Only {published} commits were published.");
    }

    [Fact]
    public void Judge_HigherTermHeard_RefusesForGood()
    {
        var state = Begin(new SiteOptions());
        state.WriteJournal(new LogChain(1, 100, 7, 1));
        Assert.Equal(Publication.Allowed, state.JudgeJournal(1));
        state.Hear(1);
        Assert.Equal(Publication.Allowed, state.JudgeJournal(1));
        state.Hear(3);
        state.Hear(2);
        Assert.Equal(3u, state.FencedBy);
        Assert.Equal(Publication.Refused, state.JudgeJournal(1));
        state.Acknowledge(state.Written, new Instant(1));
        Assert.Equal(Publication.Refused, state.JudgeStates(1, 0));
    }

    [Fact]
    public void Judge_SynchronousStatesOfALaterGeneration_WaitForThatGeneration()
    {
        var state = Begin(new SiteOptions { IsSynchronous = true });
        state.Acknowledge(new SitePosition(1, new LogChain(1, 900, 7, 9), default), new Instant(1));
        Assert.Equal(Publication.Allowed, state.JudgeStates(1, 9));
        Assert.Equal(Publication.Waits, state.JudgeStates(2, 1));
        state.Acknowledge(new SitePosition(2, new LogChain(1, 100, 7, 1), default), new Instant(2));
        Assert.Equal(Publication.Allowed, state.JudgeStates(2, 1));
        state.Acknowledge(new SitePosition(1, new LogChain(1, 900, 7, 9), default), new Instant(3));
        Assert.Equal(Publication.Allowed, state.JudgeStates(2, 1));
    }

    [Fact]
    public void Tick_FollowerSaysNothing_FallsBackWhereAskedToAndReturnsWhenCaughtUp()
    {
        var state = Begin(new SiteOptions { IsSynchronous = true, FallsBack = true, Patience = TimeSpan.FromSeconds(10) });
        state.WriteJournal(new LogChain(1, 100, 7, 1));
        Assert.False(state.Tick(new Instant(9_999_999)));
        Assert.Equal(Publication.Waits, state.JudgeJournal(1));
        Assert.True(state.Tick(new Instant(10_000_000)));
        Assert.False(state.Tick(new Instant(10_000_001)));
        Assert.Equal(Publication.Allowed, state.JudgeJournal(1));
        state.Acknowledge(new SitePosition(1, default, default), new Instant(11_000_000));
        Assert.True(state.IsFallenBack);
        state.Acknowledge(state.Written, new Instant(12_000_000));
        Assert.False(state.IsFallenBack);
        state.WriteJournal(new LogChain(1, 200, 8, 2));
        Assert.Equal(Publication.Waits, state.JudgeJournal(2));
    }

    private static LeaderState Begin(SiteOptions options) => new(1, options, new SitePosition(1, default, default), default) { IsServing = true };
}
