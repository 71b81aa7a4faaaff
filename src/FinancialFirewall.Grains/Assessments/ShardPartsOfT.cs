using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Values for a tenant's shards, each with the batch's item that it belongs to.</summary>
internal sealed class ShardParts<T>
{
    private readonly (List<int> Items, List<T> Values)?[] parts = new (List<int> Items, List<T> Values)?[TenantGrainKeys.Shards];

    /// <summary>The shards that have values, bit n for shard n.</summary>
    public ulong Shards { get; private set; }

    /// <summary>Adds a value to the shard of a hash and gives that shard's bit.</summary>
    public ulong Add(ulong hash, int item, T value)
    {
        var number = TenantGrainKeys.PartitionOf(hash);
        var part = parts[number] ??= ([], []);
        part.Items.Add(item);
        part.Values.Add(value);
        Shards |= 1UL << number;
        return 1UL << number;
    }

    /// <summary>The values of one shard.</summary>
    public IReadOnlyList<T> Values(int shard) => parts[shard]?.Values ?? [];

    /// <summary>Visits the values of one shard: the item, and the value's place among the shard's values.</summary>
    public void ForEach(int shard, Action<int, int> visit)
    {
        var items = parts[shard]?.Items ?? [];
        for (var i = 0; i < items.Count; i++)
        {
            visit(items[i], i);
        }
    }
}
