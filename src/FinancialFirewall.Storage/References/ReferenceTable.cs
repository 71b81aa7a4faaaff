using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.References;

/// <summary>The references in memory, at about 12 to 20 bytes each; it is filled again from the journal at every start.</summary>
public sealed class ReferenceTable : IReferenceIndex
{
    private readonly Lock access = new();
    private readonly Dictionary<TenantId, TenantReferences> tenants = [];

    /// <inheritdoc/>
    public long Count { get; private set; }

    /// <summary>How much memory the references of all tenants take, in bytes.</summary>
    public long AllocatedBytes
    {
        get
        {
            lock (access)
            {
                return tenants.Values.Sum(references => references.AllocatedBytes);
            }
        }
    }

    /// <inheritdoc/>
    public void Add(TenantId tenant, ulong referenceHash, RecordAddress address)
    {
        if (address is not { Partition: >= 0 and <= ushort.MaxValue, Sequence: > 0 and < 1L << 48 })
        {
            throw new ArgumentOutOfRangeException(nameof(address), address, "A partition of 16 bits and a positive sequence of 48 bits are expected.");
        }

        lock (access)
        {
            if (!tenants.TryGetValue(tenant, out var references))
            {
                tenants.Add(tenant, references = new TenantReferences());
            }

            references.Add(Fingerprint(referenceHash), ReferenceSegment.Pack(address));
            Count++;
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> FindAsync(
        TenantId tenant, ulong referenceHash, Memory<RecordAddress> candidates, CancellationToken cancellationToken = default)
    {
        lock (access)
        {
            return new(tenants.TryGetValue(tenant, out var references) ? references.Find(Fingerprint(referenceHash), candidates.Span) : 0);
        }
    }

    // Folding keeps a hash that varies in only one of its halves spread.
    private static uint Fingerprint(ulong hash) => (uint)(hash >> 32) ^ (uint)hash;
}
