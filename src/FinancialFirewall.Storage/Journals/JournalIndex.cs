using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Journals;

/// <summary>Which runs each tenant and partition has in the log, in memory: about 32 bytes each. Hold <see cref="Access"/> while calling.</summary>
internal sealed class JournalIndex
{
    private readonly Dictionary<TenantId, SortedDictionary<int, PartitionRuns>> tenants = [];

    /// <summary>Guards the index, everything in it, and what else the journal changes with it.</summary>
    public Lock Access { get; } = new();

    public PartitionRuns? Find(TenantId tenant, int partition)
        => tenants.TryGetValue(tenant, out var partitions) && partitions.TryGetValue(partition, out var runs) ? runs : null;

    public PartitionRuns GetOrAdd(TenantId tenant, int partition)
    {
        if (!tenants.TryGetValue(tenant, out var partitions))
        {
            tenants.Add(tenant, partitions = []);
        }

        if (!partitions.TryGetValue(partition, out var runs))
        {
            partitions.Add(partition, runs = new PartitionRuns(partition));
        }

        return runs;
    }

    /// <summary>Forgets where the runs of an archived file were.</summary>
    public void Release(uint file)
    {
        foreach (var (_, partitions) in tenants)
        {
            foreach (var (_, runs) in partitions)
            {
                runs.Release(file);
            }
        }
    }

    public List<TenantId> Tenants()
    {
        var names = new List<TenantId>();
        foreach (var (tenant, _) in tenants)
        {
            if (Ends(tenant).Count > 0)
            {
                names.Add(tenant);
            }
        }

        names.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return names;
    }

    /// <summary>How many records were ever committed, those that were removed since included.</summary>
    public long CountRecords() => tenants.Values.Sum(static partitions => partitions.Values.Sum(static runs => runs.LastCommitted));

    public List<PartitionEnd> Ends(TenantId tenant)
    {
        var ends = new List<PartitionEnd>();
        if (tenants.TryGetValue(tenant, out var partitions))
        {
            foreach (var (partition, runs) in partitions)
            {
                if (runs.LastCommitted > 0)
                {
                    ends.Add(new PartitionEnd(partition, runs.LastCommitted));
                }
            }
        }

        return ends;
    }
}
