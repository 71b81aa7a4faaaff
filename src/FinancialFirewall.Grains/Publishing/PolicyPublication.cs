using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Grains.Publishing;

/// <summary>Takes one policy version to all of a tenant's shards and partitions. Shards go first: they know the windows of both versions.</summary>
internal sealed class PolicyPublication(TenantGrains grains, int version)
{
    /// <summary>How many shards and partitions a version goes to.</summary>
    public const int Receivers = TenantGrainKeys.Shards + TenantGrainKeys.Partitions;

    /// <summary>How many shards and partitions work by another version.</summary>
    public async Task<int> CountBehindAsync()
    {
        var versions = Enumerable.Range(0, TenantGrainKeys.Shards).Select(shard => grains.Shard(shard).GetPolicyVersion())
            .Concat(Enumerable.Range(0, TenantGrainKeys.Partitions).Select(partition => grains.Partition(partition).GetPolicyVersion()))
            .ToList();
        return (await Task.WhenAll(versions)).Count(found => found != version);
    }

    /// <summary>Completes when every shard and partition can switch at once.</summary>
    public async Task PrepareAsync()
    {
        await Task.WhenAll(All(TenantGrainKeys.Shards, shard => UntilDoneAsync(() => grains.Shard(shard).Prepare(version))));
        await Task.WhenAll(All(TenantGrainKeys.Partitions, partition => UntilDoneAsync(() => grains.Partition(partition).Prepare(version))));
    }

    /// <summary>Completes when every partition decides by the version, and new windows show all that was decided before.</summary>
    public async Task SwitchAsync()
    {
        await Task.WhenAll(All(TenantGrainKeys.Shards, shard => grains.Shard(shard).Switch(version)));
        await Task.WhenAll(All(TenantGrainKeys.Partitions, partition => grains.Partition(partition).Switch(version)));
        await Task.WhenAll(All(TenantGrainKeys.Shards, shard => grains.Shard(shard).Finish(version)));
    }

    private static IEnumerable<Task> All(int count, Func<int, Task> call) => Enumerable.Range(0, count).Select(call);

    private static async Task UntilDoneAsync(Func<Task<PublishProgress>> prepare)
    {
        while (!(await prepare()).Done)
        {
            // Each call works for a bounded time and goes on where the one before stopped.
        }
    }
}
