using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Verification;

/// <summary>How far the partitions go in segments, as far as that is known.</summary>
internal sealed class ArchivedEnds
{
    private readonly Dictionary<(TenantId Tenant, int Partition), long> ends = [];

    /// <summary>Whether all segments could be read: only then a partition that is not named has nothing in them.</summary>
    public bool IsComplete { get; set; } = true;

    /// <summary>The last sequence of a partition; <see langword="null"/> where it is not known.</summary>
    public long? Find(TenantId tenant, int partition) => ends.TryGetValue((tenant, partition), out var end) ? end : IsComplete ? 0 : null;

    /// <summary>From here on nothing is known: a segment could not be read.</summary>
    public void Forget()
    {
        ends.Clear();
        IsComplete = false;
    }

    public void Set(TenantId tenant, int partition, long end) => ends[(tenant, partition)] = end;
}
