namespace Orleans.Contract;

public sealed class LifecycleTests
{
    public static TheoryData<string> Modes => ClusterFixture.Modes;

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Activation_OnFirstCall_StaysForTheNext(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ILifeGrain>("a");
        Assert.Empty(cluster.Probe.Events);
        Assert.Equal(1, await grain.Count());
        Assert.Equal(2, await grain.Count());
        Assert.Equal(["activated"], cluster.Probe.Events);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Activation_ThatFails_FailsTheCallAndIsTriedAgain(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<IFailingGrain>("a");
        var failure = await Failure.OfAsync<InvalidDataException>(() => grain.Answer());
        Assert.Equal("cannot activate", failure.Message);
        cluster.Probe.Signal("repaired");
        Assert.Equal("well", await grain.Answer());
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task DeactivateOnIdle_AfterTheRequest_GivesTheNextANewActivation(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ILifeGrain>("a");
        await grain.Count();
        await grain.End();
        Assert.Equal(1, await grain.Count());
        Assert.Equal(["activated", "deactivated ApplicationRequested", "activated"], cluster.Probe.Events);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task DeactivateOnIdle_WhileARequestRuns_LetsItEndAndMovesThoseThatWait(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ILifeGrain>("a");
        await grain.Count();
        var running = grain.EndHolding("held");
        await cluster.Probe.Reached("held began");
        var waiting = grain.Count();
        cluster.Probe.Signal("held may end");
        Assert.Equal(2, await running);
        Assert.Equal(1, await waiting);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Activation_IdleForItsAge_IsCollected(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ILifeGrain>("a");
        await grain.Count();
        await cluster.AdvanceAsync(TimeSpan.FromMinutes(17));
        await cluster.Probe.Reached("deactivated");
        Assert.Equal(["activated", "deactivated ActivationIdle"], cluster.Probe.Events);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task DelayDeactivation_LongerThanItsAge_KeepsItActive(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ILifeGrain>("a");
        await grain.StayFor(TimeSpan.FromHours(1));
        await cluster.AdvanceAsync(TimeSpan.FromMinutes(50));
        Assert.Equal(1, await grain.Count());
        Assert.Equal(["activated"], cluster.Probe.Events);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Stop_WithActivations_DeactivatesThem(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        await cluster.Client.GetGrain<ILifeGrain>("a").Count();
        var held = cluster.Client.GetGrain<ITurnGrain>("b").Hold("held");
        await cluster.Probe.Reached("held began");
        var stopping = cluster.StopAsync();
        await Failure.OfAsync<Runtime.SiloUnavailableException>(() => cluster.Client.GetGrain<ILifeGrain>("c").Count());
        Assert.False(stopping.IsCompleted);
        cluster.Probe.Signal("held may end");
        await held;
        await stopping;
        Assert.Equal(["activated", "begin held", "end held", "deactivated ShuttingDown"], cluster.Probe.Events);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Timer_WithAPeriod_TicksThoughATickFails(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ILifeGrain>("a");
        await grain.StartTimer(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), keepAlive: false);
        for (var tick = 1; tick <= 3; tick++)
        {
            Assert.False(cluster.Probe.WasReached($"tick {tick}"));
            await cluster.AdvanceAsync(TimeSpan.FromSeconds(tick == 1 ? 6 : 10));
            await cluster.Probe.Reached($"tick {tick}");
            await grain.Count();
        }
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Timer_Disposed_TicksNoMore(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ILifeGrain>("a");
        await grain.StartTimer(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), keepAlive: false);
        await grain.StopTimer();
        await cluster.AdvanceAsync(TimeSpan.FromMinutes(1));
        await grain.Count();
        Assert.Equal(["activated"], cluster.Probe.Events);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Timer_WithoutKeepAlive_DoesNotKeepItsGrainActive(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<ILifeGrain>("a");
        await grain.StartTimer(TimeSpan.FromHours(9), TimeSpan.FromHours(9), keepAlive: false);
        await cluster.AdvanceAsync(TimeSpan.FromMinutes(17));
        await cluster.Probe.Reached("deactivated");
        await cluster.AdvanceAsync(TimeSpan.FromHours(10));
        Assert.Equal(["activated", "deactivated ActivationIdle"], cluster.Probe.Events);
    });
}
