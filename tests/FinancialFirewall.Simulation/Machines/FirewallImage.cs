using System.Text;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Provisioning;
using FinancialFirewall.Simulation.Clients;
using FinancialFirewall.Storage.Tests.SimulatedDisks;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Simulation;

namespace FinancialFirewall.Simulation.Machines;

/// <summary>What is on a disk once two tenants were created with their first policy: made once, since publishing is what takes time.</summary>
internal sealed class FirewallImage
{
    /// <summary>When simulated time begins.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<FirewallImage> Image = new(static () => new FirewallImage());
    private static readonly string[] Names = ["acme", "globex"];

    private readonly List<(string Path, byte[] Content)> files = [];
    private readonly List<string> directories = [];

    private FirewallImage()
    {
        WebFront.WarmUp();
        var scheduler = new DeterministicScheduler(0, Start.AddDays(-1));
        var disk = new SimulatedDisk(new Random(0));
        var machine = new SimulatedMachine(scheduler, disk, 0, new MachineOptions());
        machine.Start();
        scheduler.RunUntil(() => machine.Process is not null);
        var provisioner = machine.Process!.Services.GetRequiredService<TenantProvisioner>();
        Tenants = [.. Names.Select(name => Provision(scheduler, provisioner, new TenantId(name)))];
        scheduler.Run(machine.StopAsync);
        foreach (var path in disk.Names)
        {
            if (disk.Files.Contains(path, StringComparer.Ordinal))
            {
                files.Add((path, disk.Content(path)));
            }
            else
            {
                directories.Add(path);
            }
        }
    }

    /// <summary>The image that every simulated machine begins with.</summary>
    public static FirewallImage Instance => Image.Value;

    /// <summary>Its tenants.</summary>
    public IReadOnlyList<SimulatedTenant> Tenants { get; }

    /// <summary>Puts it on an empty disk, durably.</summary>
    public void Plant(SimulatedDisk disk)
    {
        directories.ForEach(disk.PlantDirectory);
        files.ForEach(file => disk.Plant(file.Path, file.Content));
    }

    private static SimulatedTenant Provision(DeterministicScheduler scheduler, TenantProvisioner provisioner, TenantId tenant)
    {
        var provisioned = scheduler.Run(() => provisioner.EnsureAsync(tenant, Encoding.UTF8.GetBytes(PolicyMaker.First), CancellationToken.None));
        return provisioned.IsSuccess
            ? new SimulatedTenant(tenant, provisioned.Value.ApiKey ?? throw new InvalidOperationException("A new tenant has a key."))
            : throw new InvalidOperationException(provisioned.Errors[0].Message);
    }
}
