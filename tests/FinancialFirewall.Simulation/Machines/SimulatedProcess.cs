using System.Diagnostics;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Hosting;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Grains.Provisioning;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.States;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Simulation;

namespace FinancialFirewall.Simulation.Machines;

/// <summary>One process of the whole firewall, from the gateway's handlers down, on the scheduler, clock and disk of a simulated machine.</summary>
internal sealed class SimulatedProcess
{
    private readonly List<Action> onDeath = [];
    private EmbeddedSilo? silo;

    private SimulatedProcess(DataDirectory storage) => Storage = storage;

    /// <summary>All that it keeps.</summary>
    public DataDirectory Storage { get; }

    public IServiceProvider Services => (silo ?? throw new InvalidOperationException("The process has not started.")).Services;

    public IClusterClient Client => silo!.Client;

    public bool IsDead { get; private set; }

    /// <summary>Whether something could not be written, so that the process has to stop.</summary>
    public bool HasFailed => Storage.Journal.Failure.IsCompleted || ((StateStore)Storage.States).Failure.IsCompleted;

    /// <summary>Starts a process on what is on the disk; or says why it does not start.</summary>
    public static async Task<Result<SimulatedProcess>> StartAsync(
        IDisk disk, DeterministicScheduler scheduler, ShiftedTime time, ulong seed, MachineOptions options, ComplaintLog log, Action<SimulatedProcess> created)
    {
        var secrets = new SeededSecrets(seed);
        var setup = new DataDirectorySetup(
            disk, new InMemoryMasterKey(new byte[MasterKey.Length]), scheduler, time, () => Number(secrets), new AssessmentFactReader())
        {
            Log = options.Log,
            Segments = options.Segments,
            States = options.States,
        };
        var opened = await DataDirectory.OpenAsync(setup);
        if (!opened.IsSuccess)
        {
            return Result.Failure<SimulatedProcess>(opened.Errors);
        }

        var process = new SimulatedProcess(opened.Value);
        created(process);
        process.silo = await EmbeddedSilo.StartAsync(builder => Compose(builder, process, scheduler, time, secrets, options, log));
        await process.Services.GetRequiredService<TenantProvisioner>().ResumeAllAsync();
        return process;
    }

    /// <summary>Answers a request, as the server would.</summary>
    public Task HandleAsync(HttpContext context)
    {
        context.RequestServices = Services;
        return WebFront.HandleAsync(context);
    }

    /// <summary>Calls back when the process dies, or at once where it has.</summary>
    public void WhenDead(Action call)
    {
        if (IsDead)
        {
            call();
        }
        else
        {
            onDeath.Add(call);
        }
    }

    /// <summary>Ends it where it is.</summary>
    public void Kill()
    {
        silo?.Kill();
        Die();
    }

    /// <summary>Ends it in good order.</summary>
    public async Task StopAsync()
    {
        await silo!.StopAsync();
        await Storage.DisposeAsync();
        Die();
    }

    private static void Compose(
        ISiloBuilder builder, SimulatedProcess process, DeterministicScheduler scheduler, ShiftedTime time, SeededSecrets secrets, MachineOptions options, ComplaintLog log)
    {
        var status = new FirewallStatus();
        status.Recovered(process.Storage, TimeSpan.Zero);
        builder.UseDeterministicScheduler(scheduler).UseTimeProvider(time).AddGrainAssembly(typeof(TransactionGrain).Assembly);
        builder.Services.AddSingleton(status).AddSingleton<ISecretSource>(secrets).AddLogging(logging => logging.AddProvider(log));
        builder.AddFirewallGrains();
        builder.Configure<GrainCollectionOptions>(collection =>
        {
            collection.CollectionAge = options.CollectionAge;
            collection.CollectionQuantum = TimeSpan.FromSeconds(Math.Min(60, options.CollectionAge.TotalSeconds / 2));
        });
        builder.Services
            .AddSingleton<IHostApplicationLifetime, NoLifetime>()
            .AddSingleton(new DiagnosticListener("simulation"))
            .AddGateway(WebFront.Limits)
            .AddSingleton(services => new PartitionSnapshots(process.Storage.Snapshots, services.GetRequiredService<ILogger<PartitionSnapshots>>())
            {
                RecordsBetween = options.RecordsBetweenSnapshots,
            });
    }

    private static ulong Number(SeededSecrets secrets)
    {
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        secrets.Fill(number);
        return BitConverter.ToUInt64(number);
    }

    private void Die()
    {
        IsDead = true;
        onDeath.ForEach(static call => call());
        onDeath.Clear();
    }
}
