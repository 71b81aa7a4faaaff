using Orleans.Runtime;

namespace Orleans.Contract;

public sealed class ContextTests
{
    public static TheoryData<string> Modes => ClusterFixture.Modes;

    [Theory]
    [MemberData(nameof(Modes))]
    public Task RequestContext_OfTheCaller_FlowsThereAndNotBack(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        RequestContext.Set("key", "mine");
        Assert.Equal("mine", await cluster.Client.GetGrain<IContextGrain>("a").ReadAndChange("key"));
        Assert.Equal("mine", RequestContext.Get("key"));
        Assert.Equal("mine then mine", await cluster.Client.GetGrain<IContextGrain>("a").Forward("key", "b"));
        Assert.True(RequestContext.Remove("key"));
        Assert.Null(await cluster.Client.GetGrain<IContextGrain>("a").ReadAndChange("key"));
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Observer_WithAReference_IsCalledUntilItIsDeleted(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var observer = new TestObserver(cluster.Probe);
        var reference = cluster.Client.CreateObjectReference<ITestObserver>(observer);
        var grain = cluster.Client.GetGrain<IContextGrain>("a");
        await grain.Notify(reference, "first");
        await grain.Notify(reference, "second");
        cluster.Client.DeleteObjectReference<ITestObserver>(reference);
        await Failure.OfAsync<ClientNotAvailableException>(() => grain.Notify(reference, "third"));
        Assert.Equal(["first", "second"], cluster.Probe.Events);
        GC.KeepAlive(observer);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task GrainReference_OfTheSameGrain_IsEqual(string mode) => ClusterFixture.RunAsync(mode, cluster =>
    {
        var one = cluster.Client.GetGrain<IContextGrain>("tenant/a");
        Assert.Equal(one, cluster.Client.GetGrain<IContextGrain>("tenant/a"));
        Assert.NotEqual(one, cluster.Client.GetGrain<IContextGrain>("tenant/b"));
        Assert.Equal("tenant/a", one.GetPrimaryKeyString());
        Assert.Equal("context/tenant/a", one.GetGrainId().ToString());
        return Task.CompletedTask;
    });

    private sealed class TestObserver(Probe probe) : ITestObserver
    {
        public Task Notice(string text)
        {
            probe.Happened(text);
            return Task.CompletedTask;
        }
    }
}
