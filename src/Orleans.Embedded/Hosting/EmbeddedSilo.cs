using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Orleans.Hosting;

/// <summary>A grain runtime without a host, for tests and tools.</summary>
public sealed class EmbeddedSilo : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly Silo silo;

    private EmbeddedSilo(ServiceProvider services)
    {
        this.services = services;
        silo = services.GetRequiredService<Silo>();
    }

    /// <summary>The services.</summary>
    public IServiceProvider Services => services;

    /// <summary>Calls grains from outside of them.</summary>
    public IClusterClient Client => silo.GrainFactory;

    /// <summary>How many activations there are.</summary>
    public int ActivationCount => silo.Directory.Activations().Count;

    /// <summary>Composes and starts a runtime.</summary>
    /// <param name="configure">What it consists of.</param>
    public static async Task<EmbeddedSilo> StartAsync(Action<ISiloBuilder> configure)
    {
        var collection = new ServiceCollection();
        SiloServices.Add(collection);
        configure(new SiloBuilder(collection, new ConfigurationBuilder().Build()));
        var embedded = new EmbeddedSilo(collection.BuildServiceProvider());
        await embedded.silo.StartAsync();
        return embedded;
    }

    /// <summary>Takes no more calls from outside, lets those that came end, and ends all activations.</summary>
    /// <param name="cancellationToken">Gives up waiting for requests that run, and hurries the grains' <c>OnDeactivateAsync</c>.</param>
    public Task StopAsync(CancellationToken cancellationToken = default) => silo.StopAsync(cancellationToken);

    /// <summary>Ends everything where it is, as if the process had died: no code of a grain runs any more, and calls that wait fail.</summary>
    public void Kill() => silo.Kill();

    /// <summary>Stops the runtime and disposes its services.</summary>
    public async ValueTask DisposeAsync()
    {
        await silo.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }
}
