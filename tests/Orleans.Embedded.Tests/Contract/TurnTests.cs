namespace Orleans.Contract;

public sealed class TurnTests
{
    public static TheoryData<string> Modes => ClusterFixture.Modes;

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Call_WhileAnotherRuns_WaitsForItsEnd(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ITurnGrain>("a");
        var first = grain.Hold("first");
        await cluster.Probe.Reached("first began");
        var second = grain.Hold("second");
        cluster.Probe.Signal("second may end");
        Assert.False(second.IsCompleted);
        cluster.Probe.Signal("first may end");
        await Task.WhenAll(first, second);
        Assert.Equal(["begin first", "end first", "begin second", "end second"], cluster.Probe.Events);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Call_ManyThatAwait_LoseNoUpdate(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ITurnGrain>("a");
        var counts = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => grain.IncrementSlowly()));
        Assert.Equal(Enumerable.Range(1, 40), counts);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Call_ReadOnlyBesideReadOnly_Interleaves(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ITurnGrain>("a");
        var first = grain.HoldReading("first");
        await cluster.Probe.Reached("first began");
        cluster.Probe.Signal("second may end");
        await grain.HoldReading("second");
        cluster.Probe.Signal("first may end");
        await first;
        Assert.Equal(["begin first", "begin second", "end second", "end first"], cluster.Probe.Events);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Call_WriteBesideReadOnly_Waits(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ITurnGrain>("a");
        var read = grain.HoldReading("read");
        await cluster.Probe.Reached("read began");
        var write = grain.Hold("write");
        cluster.Probe.Signal("write may end");
        cluster.Probe.Signal("read may end");
        await Task.WhenAll(read, write);
        Assert.Equal(["begin read", "end read", "begin write", "end write"], cluster.Probe.Events);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Call_AlwaysInterleaveBesideAnother_Interleaves(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ITurnGrain>("a");
        var first = grain.Hold("first");
        await cluster.Probe.Reached("first began");
        cluster.Probe.Signal("second may end");
        await grain.HoldInterleaving("second");
        cluster.Probe.Signal("first may end");
        await first;
        Assert.Equal(["begin first", "begin second", "end second", "end first"], cluster.Probe.Events);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Call_BesideAlwaysInterleave_DoesNotWait(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ITurnGrain>("a");
        var first = grain.HoldInterleaving("first");
        await cluster.Probe.Reached("first began");
        cluster.Probe.Signal("second may end");
        await grain.Hold("second");
        cluster.Probe.Signal("first may end");
        await first;
        Assert.Equal(["begin first", "begin second", "end second", "end first"], cluster.Probe.Events);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Call_ReentrantGrain_Interleaves(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<IReentrantGrain>("a");
        var first = grain.Hold("first");
        await cluster.Probe.Reached("first began");
        cluster.Probe.Signal("second may end");
        await grain.Hold("second");
        cluster.Probe.Signal("first may end");
        await first;
        Assert.Equal(["begin first", "begin second", "end second", "end first"], cluster.Probe.Events);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Call_StatelessWorker_RunsAsManyAtOnceAsItMay(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<IWorkerGrain>("a");
        var first = grain.Hold("first");
        await cluster.Probe.Reached("first began");
        var second = grain.Hold("second");
        await cluster.Probe.Reached("second began");
        var third = grain.Hold("third");
        cluster.Probe.Signal("third may end");
        Assert.False(cluster.Probe.WasReached("third began"));
        cluster.Probe.Signal("first may end");
        cluster.Probe.Signal("second may end");
        await Task.WhenAll(first, second, third);
        Assert.Equal(6, cluster.Probe.Events.Count);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Await_InAGrain_ContinuesOnItsScheduler(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
        Assert.True(await cluster.Client.GetGrain<ITurnGrain>("a").ContinuesOnItsScheduler()));

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Call_ThatFails_ThrowsTheSameWithItsStack(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ITurnGrain>("a");
        var later = await Failure.OfAsync<InvalidDataException>(() => grain.Fail("broken"));
        Assert.Equal("broken", later.Message);
        Assert.Contains(nameof(TurnGrain.Fail), later.StackTrace, StringComparison.Ordinal);
        var atOnce = await Failure.OfAsync<InvalidDataException>(() => grain.FailAtOnce("at once"));
        Assert.Equal("at once", atOnce.Message);
        Assert.Equal("a", await grain.Name());
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Call_BackIntoTheChain_TimesOut(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var call = cluster.Client.GetGrain<ITurnGrain>("a").CallAround("b", allowed: false);
        await AdvanceUntil(cluster, call);
        await Failure.OfAsync<TimeoutException>(() => call);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Call_BackIntoTheChainWhereAllowed_Runs(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
        Assert.Equal("b called a", await cluster.Client.GetGrain<ITurnGrain>("a").CallAround("b", allowed: true)));

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Call_OneWay_AnswersBeforeItEnds(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        await cluster.Client.GetGrain<ITurnGrain>("a").Tell("told");
        await cluster.Probe.Reached("told began");
        Assert.Equal(["begin told"], cluster.Probe.Events);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Call_LongerThanItsTimeout_Fails(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ITurnGrain>("a");
        var brief = grain.HoldShortly("brief");
        var usual = grain.Hold("usual");
        await cluster.Probe.Reached("brief began");
        await cluster.AdvanceAsync(TimeSpan.FromSeconds(3));
        await Failure.OfAsync<TimeoutException>(() => brief);
        Assert.False(usual.IsCompleted);
        cluster.Probe.Signal("usual may end");
        cluster.Probe.Signal("brief may end");
        await usual;
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Call_ThatTimedOutBeforeItBegan_NeverRuns(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ITurnGrain>("a");
        var running = grain.HoldInterleaving("other");
        var first = grain.Hold("first");
        await cluster.Probe.Reached("first began");
        var late = grain.HoldShortly("late");
        await cluster.AdvanceAsync(TimeSpan.FromSeconds(3));
        await Failure.OfAsync<TimeoutException>(() => late);
        cluster.Probe.Signal("first may end");
        cluster.Probe.Signal("other may end");
        await Task.WhenAll(first, running);
        await grain.Name();
        Assert.DoesNotContain("begin late", cluster.Probe.Events, StringComparer.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Call_PastTheQueueLimit_IsRefused(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ITurnGrain>("a");
        var first = grain.Hold("first");
        await cluster.Probe.Reached("first began");
        var waiting = Enumerable.Range(0, 50).Select(_ => grain.Name()).ToArray();
        await Failure.OfAsync<Runtime.LimitExceededException>(() => grain.Name());
        cluster.Probe.Signal("first may end");
        await first;
        Assert.All(await Task.WhenAll(waiting), name => Assert.Equal("a", name));
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Token_CancelledByTheCaller_CancelsTheCallee(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        using var source = new CancellationTokenSource();
        var call = cluster.Client.GetGrain<ITurnGrain>("a").HoldCancellable("held", source.Token);
        await cluster.Probe.Reached("held began");
        source.Cancel();
        await Failure.OfAsync<OperationCanceledException>(() => call);
        await cluster.Probe.Reached("held saw its cancellation");
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Token_CancelledBeforeTheCall_SendsNothing(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ITurnGrain>("a");
        await Failure.OfAsync<OperationCanceledException>(() => grain.HoldCancellable("held", new CancellationToken(canceled: true)));
        await grain.Name();
        Assert.Empty(cluster.Probe.Events);
    });

    private static async Task AdvanceUntil(Cluster cluster, Task task)
    {
        // The calls of the chain begin their time one after the other.
        await cluster.AdvanceAsync(TimeSpan.FromSeconds(31));
        while (!task.IsCompleted)
        {
            await Task.Yield();
            await cluster.AdvanceAsync(TimeSpan.FromSeconds(31));
        }
    }
}
