using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.References;
using FinancialFirewall.Grains.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace FinancialFirewall.Benchmarks.Rooms;

/// <summary>Claiming references of one shard, and giving them back undecided so that they can be claimed anew.</summary>
[InProcess, MemoryDiagnoser]
public class ReferenceRoom
{
    private Firewall firewall = null!;
    private IKeyGrain shard = null!;
    private KeyClaimRequest request = null!;

    /// <summary>How many references are claimed together.</summary>
    [Params(1, 64)]
    public int References { get; set; }

    /// <summary>Starts a firewall.</summary>
    [GlobalSetup]
    public void Start()
    {
        firewall = Firewall.StartAsync(Path.GetTempPath()).GetAwaiter().GetResult();
        shard = firewall.Services.GetRequiredService<IGrainFactory>().GetGrain<IKeyGrain>(TenantGrainKeys.Numbered(Firewall.Tenant, 0));
        var keys = Enumerable.Range(0, int.MaxValue).Select(KeyOf).Where(static key => TenantGrainKeys.PartitionOf(key.Hash) == 0).Take(References).ToArray();
        request = new KeyClaimRequest(keys, new byte[References], TakesOver: false);
    }

    /// <summary>Removes it.</summary>
    [GlobalCleanup]
    public void Stop() => firewall.DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Claims all, and gives all back.</summary>
    [Benchmark]
    public async Task ClaimAndSettle()
    {
        TenantScope.Enter(Firewall.Tenant);
        var claims = await shard.Claim(request);
        await shard.Settle(new KeySettlement(claims.Number, request.References));
    }

    private static ReferenceKey KeyOf(int number)
    {
        var bytes = Encoding.UTF8.GetBytes(number.ToString("D10", CultureInfo.InvariantCulture));
        return new ReferenceKey(XxHash64.Hash(bytes), bytes);
    }
}
