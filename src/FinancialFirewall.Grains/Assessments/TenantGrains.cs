using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.References;
using FinancialFirewall.Grains.Tenants;
using Orleans;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>The partitions and shards of one tenant. References to them are made once; safe to use from several threads at once.</summary>
internal sealed class TenantGrains(IGrainFactory grains, TenantId tenant)
{
    private readonly ITransactionGrain?[] partitions = new ITransactionGrain?[TenantGrainKeys.Partitions];
    private readonly IKeyGrain?[] shards = new IKeyGrain?[TenantGrainKeys.Shards];

    /// <summary>The partition of a number.</summary>
    public ITransactionGrain Partition(int number)
        => partitions[number] ??= grains.GetGrain<ITransactionGrain>(TenantGrainKeys.Numbered(tenant, number));

    /// <summary>The shard of a number.</summary>
    public IKeyGrain Shard(int number) => shards[number] ??= grains.GetGrain<IKeyGrain>(TenantGrainKeys.Numbered(tenant, number));

    /// <summary>The shard that a reference belongs to.</summary>
    public IKeyGrain ShardOf(ReferenceKey reference) => Shard(TenantGrainKeys.PartitionOf(reference.Hash));
}
