using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Contract;

namespace Orleans.Hosting;

public sealed class HostTests
{
    [Fact]
    public async Task UseOrleans_OfAHost_StartsAndStopsWithIt()
    {
        var probe = new Probe();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.UseOrleans(silo => silo.AddMemoryGrainStorage("store").UseInMemoryReminderService());
        builder.Services.AddSingleton(probe);
        using var host = builder.Build();
        await host.StartAsync();
        var grain = host.Services.GetRequiredService<IGrainFactory>().GetGrain<ILifeGrain>("a");
        Assert.Equal(1, await grain.Count());
        await host.StopAsync();
        Assert.Equal(["activated", "deactivated ShuttingDown"], probe.Events);
        await Failure.OfAsync<Runtime.SiloUnavailableException>(() => grain.Count());
    }

    [Fact]
    public async Task GetGrain_OfAnInterfaceWithoutClass_NamesIt()
    {
        await using var silo = await EmbeddedSilo.StartAsync(builder => builder.AddGrainAssembly(typeof(HostTests).Assembly));
        var failure = Assert.Throws<ArgumentException>(() => silo.Client.GetGrain<INowhereGrain>("a"));
        Assert.Contains(nameof(INowhereGrain), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetGrain_OfAnInterfaceWithAWrongMethod_NamesTheMethod()
    {
        await using var silo = await EmbeddedSilo.StartAsync(builder => builder.AddGrainAssembly(typeof(HostTests).Assembly));
        var failure = Assert.Throws<ArgumentException>(() => silo.Client.GetGrain<IWrongGrain>("a"));
        Assert.Contains(nameof(IWrongGrain.Answer), failure.Message, StringComparison.Ordinal);
    }
}

public interface INowhereGrain : IGrainWithStringKey;

public interface IWrongGrain : IGrainWithStringKey
{
    int Answer();
}

public sealed class WrongGrain : Grain, IWrongGrain
{
    public int Answer() => 1;
}
