using BenchmarkDotNet.Attributes;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Grains.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace FinancialFirewall.Benchmarks.Rooms;

/// <summary>A call to a grain that answers from memory, with all filters.</summary>
[InProcess, MemoryDiagnoser]
public class GrainCallRoom
{
    private Firewall firewall = null!;
    private IPolicyGrain grain = null!;

    /// <summary>Starts a firewall.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        firewall = await Firewall.StartAsync(Path.GetTempPath());
        grain = firewall.Services.GetRequiredService<IGrainFactory>().GetGrain<IPolicyGrain>(Firewall.Tenant.Name);
    }

    /// <summary>Removes it.</summary>
    [GlobalCleanup]
    public async Task StopAsync() => await firewall.DisposeAsync();

    /// <summary>Asks for the version in force.</summary>
    [Benchmark]
    public async Task<int> Call()
    {
        TenantScope.Enter(Firewall.Tenant);
        return (await grain.GetPublished())!.Version;
    }
}
