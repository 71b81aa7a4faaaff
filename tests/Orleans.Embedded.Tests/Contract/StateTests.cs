using Orleans.Storage;

namespace Orleans.Contract;

public sealed class StateTests
{
    public static TheoryData<string> Modes => ClusterFixture.Modes;

    [Theory]
    [MemberData(nameof(Modes))]
    public Task State_Written_IsThereInTheNextActivation(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<IStateGrain>("a");
        Assert.Equal((0, false, false), await grain.Read());
        await grain.Add(3, write: true);
        await grain.Add(4, write: false);
        Assert.Equal((7, true, true), await grain.Read());
        await grain.End();
        Assert.Equal((3, true, true), await grain.Read());
        Assert.Equal(["activated with 0 and 0", "activated with 3 and 0"], cluster.Probe.Events);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task State_Cleared_StartsAgain(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<IStateGrain>("a");
        await grain.Add(3, write: true);
        await grain.Clear();
        Assert.Equal((0, false, false), await grain.Read());
        Assert.Equal(1, await grain.Add(1, write: true));
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task State_ChangedBySomeoneElse_RefusesTheWriteAndEndsTheActivation(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<IStateGrain>("a");
        await grain.Add(3, write: true);
        await grain.WriteBehindItsBack();
        await Failure.OfAsync<InconsistentStateException>(() => grain.Add(1, write: true));
        Assert.Equal((100, true, true), await grain.Read());
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task State_AfterARestart_IsThere(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        await cluster.Client.GetGrain<IStateGrain>("a").Add(3, write: true);
        await cluster.RestartAsync();
        Assert.Equal((3, true, true), await cluster.Client.GetGrain<IStateGrain>("a").Read());
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Reminder_Registered_TicksAtItsTimesAndActivates(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<IStateGrain>("a");
        await grain.Remind("wake", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));
        Assert.Equal(["wake"], await grain.Reminders());
        await grain.End();
        await cluster.AdvanceAsync(TimeSpan.FromMinutes(1));
        await cluster.Probe.Reached("wake 0");
        await grain.Read();
        await cluster.AdvanceAsync(TimeSpan.FromMinutes(5));
        await cluster.Probe.Reached("wake 1");
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Reminder_AfterARestart_GoesOnWithoutThoseMissed(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        await cluster.Client.GetGrain<IStateGrain>("a").Remind("wake", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));
        await cluster.StopAsync();
        await cluster.AdvanceAsync(TimeSpan.FromMinutes(12));
        await cluster.RestartAsync();
        await cluster.AdvanceAsync(TimeSpan.FromMinutes(4));
        await cluster.Probe.Reached("wake 3");
        Assert.False(cluster.Probe.WasReached("wake 2"));
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Reminder_Unregistered_TicksNoMore(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var grain = cluster.Client.GetGrain<IStateGrain>("a");
        await grain.Remind("wake", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));
        await grain.Forget("wake");
        await cluster.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Empty(await grain.Reminders());
        Assert.False(cluster.Probe.WasReached("wake 0"));
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Reminder_WithTooShortAPeriod_IsRefused(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
        await Failure.OfAsync<ArgumentException>(() => cluster.Client.GetGrain<IStateGrain>("a").Remind("wake", TimeSpan.Zero, TimeSpan.FromSeconds(59))));
}
