using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.Simulation;
using Orleans.Storage;

namespace Orleans.Contract;

/// <summary>
/// Runs a scenario of the contract on a runtime. All else in this folder is written against Orleans' own names; this file alone knows
/// which runtime it is.
/// </summary>
public static class ClusterFixture
{
    public const string Threads = "threads";

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Real threads, and some orders of turns.</summary>
    public static TheoryData<string> Modes => new(Threads, "1", "2", "3");

    public static async Task RunAsync(string mode, Func<Cluster, Task> scenario)
    {
        if (string.Equals(mode, Threads, StringComparison.Ordinal))
        {
            var time = new VirtualTimeProvider(Start, TaskScheduler.Default);
            await using var cluster = new Cluster(
                builder => builder.UseTimeProvider(time),
                span =>
                {
                    time.Advance(span);
                    return Task.CompletedTask;
                });
            await cluster.StartAsync();
            await scenario(cluster).WaitAsync(TimeSpan.FromSeconds(20));
            return;
        }

        var scheduler = new DeterministicScheduler(ulong.Parse(mode, System.Globalization.CultureInfo.InvariantCulture), Start);
        scheduler.Run(async () =>
        {
            await using var cluster = new Cluster(
                builder => builder.UseDeterministicScheduler(scheduler),
                span => Task.Delay(span, scheduler.Time));
            await cluster.StartAsync();
            await scenario(cluster);
        });
    }
}

/// <summary>A running cluster.</summary>
public sealed class Cluster(Action<ISiloBuilder> scheduling, Func<TimeSpan, Task> advance) : IAsyncDisposable
{
    private readonly MemoryGrainStorage storage = new();
    private EmbeddedSilo? silo;

    public Probe Probe { get; } = new();

    public IClusterClient Client => silo!.Client;

    public async Task StartAsync() => silo = await EmbeddedSilo.StartAsync(builder =>
    {
        scheduling(builder);
        builder.AddGrainAssembly(typeof(Cluster).Assembly);
        builder.AddGrainStorage("store", storage);
        builder.UseGrainStorageReminderService("store");
        builder.ConfigureServices(services => services.AddSingleton(Probe));
        builder.Configure<Configuration.SiloMessagingOptions>(options => options.MaxEnqueuedRequestsHardLimit = 50);
        builder.AddIncomingGrainCallFilter<TracingIncomingFilter>();
        builder.AddOutgoingGrainCallFilter<TracingOutgoingFilter>();
    });

    /// <summary>Lets time pass; what it sets off may still be under way.</summary>
    public Task AdvanceAsync(TimeSpan time) => advance(time);

    /// <summary>Stops gracefully.</summary>
    public Task StopAsync() => silo!.StopAsync();

    /// <summary>Ends as if the process had died.</summary>
    public void Kill() => silo!.Kill();

    /// <summary>Stops, and starts again over the same stores.</summary>
    public async Task RestartAsync()
    {
        await silo!.DisposeAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Probe.OpenAll();
        await silo!.DisposeAsync();
    }
}
