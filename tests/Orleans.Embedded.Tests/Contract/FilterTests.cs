using Orleans.Runtime;

namespace Orleans.Contract;

public sealed class FilterTests
{
    public static TheoryData<string> Modes => ClusterFixture.Modes;

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Filters_OfACall_RunOutsideIn(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var answer = await cluster.Client.GetGrain<IFilteredGrain>("a").Echo("text");
        Assert.Equal("<text>", answer);
        Assert.Equal(["out Echo a", "in Echo a from outside stamped", "own Echo"], cluster.Probe.Events);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task OutgoingFilter_ThatPutsSomethingIntoTheContext_LeavesTheCallersAsItWas(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        RequestContext.Set("own", "kept");
        var answer = cluster.Client.GetGrain<IFilteredGrain>("a").Echo("text");
        Assert.Null(RequestContext.Get("stamp"));
        Assert.Equal("<text>", await answer);
        Assert.Null(RequestContext.Get("stamp"));
        Assert.Equal("kept", RequestContext.Get("own"));
        Assert.Contains("in Echo a from outside stamped", cluster.Probe.Events, StringComparer.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task Filters_OfACallByAGrain_KnowTheCaller(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var answer = await cluster.Client.GetGrain<IFilteredGrain>("a").EchoBy("b", "text");
        Assert.Equal("<<text>>", answer);
        Assert.Contains("in Echo b from filtered/a stamped", cluster.Probe.Events, StringComparer.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task IncomingFilter_ThatThrows_RefusesTheCall(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        await Failure.OfAsync<UnauthorizedAccessException>(() => cluster.Client.GetGrain<IFilteredGrain>("a").Echo("forbidden"));
        Assert.DoesNotContain("own Echo", cluster.Probe.Events, StringComparer.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Modes))]
    public Task IncomingFilter_OfAFailure_SeesAndReplacesIt(string mode) => ClusterFixture.RunAsync(mode, async cluster =>
    {
        var failure = await Failure.OfAsync<InvalidOperationException>(() => cluster.Client.GetGrain<IFilteredGrain>("a").Fail());
        Assert.Equal("translated", failure.Message);
        Assert.IsType<InvalidDataException>(failure.InnerException);
    });
}
