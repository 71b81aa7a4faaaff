using BenchmarkDotNet.Attributes;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace FinancialFirewall.Benchmarks.Rooms;

/// <summary>A call to a grain that has next to nothing to do, with all filters.</summary>
[InProcess, MemoryDiagnoser]
public class GrainCallRoom
{
    private Firewall firewall = null!;
    private ITransactionGrain grain = null!;

    /// <summary>Starts a firewall.</summary>
    [GlobalSetup]
    public void Start()
    {
        firewall = Firewall.StartAsync(Path.GetTempPath()).GetAwaiter().GetResult();
        grain = firewall.Services.GetRequiredService<IGrainFactory>().GetGrain<ITransactionGrain>(TenantGrainKeys.Numbered(Firewall.Tenant, 0));
    }

    /// <summary>Removes it.</summary>
    [GlobalCleanup]
    public void Stop() => firewall.DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Asks for a record that is not there.</summary>
    [Benchmark]
    public async Task<bool> Call()
    {
        TenantScope.Enter(Firewall.Tenant);
        return (await grain.Read(sequence: 0)).IsEmpty;
    }
}
