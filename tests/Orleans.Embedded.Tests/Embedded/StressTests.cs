using Orleans.Contract;

namespace Orleans.Hosting;

public sealed class StressTests
{
    [Fact]
    public async Task Calls_FromManyThreads_LoseNothing()
    {
        const int Callers = 8;
        const int Rounds = 2_000;
        var probe = new Probe();
        await using var silo = await EmbeddedSilo.StartAsync(builder => builder
            .AddGrainAssembly(typeof(StressTests).Assembly)
            .ConfigureServices(services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(services, probe)));
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                await silo.Client.GetGrain<ITurnGrain>($"grain {(round + caller) % 5}").IncrementSlowly();
                if (round % 100 == caller)
                {
                    await silo.Client.GetGrain<ILifeGrain>("restless").End();
                }
            }
        }))).WaitAsync(TimeSpan.FromSeconds(30));
        var counts = await Task.WhenAll(Enumerable.Range(0, 5).Select(number => silo.Client.GetGrain<ITurnGrain>($"grain {number}").IncrementSlowly()));
        Assert.Equal((Callers * Rounds) + 5, counts.Sum());
    }
}
