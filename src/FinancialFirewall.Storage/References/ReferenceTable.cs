using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.References;

/// <summary>
/// The references of the records that are still in the log, in memory, at about 12 to 20 bytes each; it is filled again from the log at every start.
/// Those of a log file go together, once its records are in segments.
/// </summary>
public sealed class ReferenceTable : IReferenceIndex
{
    private readonly Lock access = new();
    private readonly List<(uint File, Dictionary<TenantId, TenantReferences> Tenants)> files = [];
    private long count;

    /// <inheritdoc/>
    public long Count
    {
        get
        {
            lock (access)
            {
                return count;
            }
        }
    }

    /// <summary>How much memory the references of all tenants take, in bytes.</summary>
    public long AllocatedBytes
    {
        get
        {
            lock (access)
            {
                return files.Sum(file => file.Tenants.Values.Sum(references => references.AllocatedBytes));
            }
        }
    }

    /// <summary>Makes a committed record findable.</summary>
    /// <param name="file">The number of the log file that it is in: never lower than that of a record before.</param>
    /// <param name="tenant">Whose record it is.</param>
    /// <param name="referenceHash">The hash of its reference.</param>
    /// <param name="address">Which record it is.</param>
    public void Add(uint file, TenantId tenant, ulong referenceHash, RecordAddress address)
    {
        if (address is not { Partition: >= 0 and <= ushort.MaxValue, Sequence: > 0 and < 1L << 48 })
        {
            throw new ArgumentOutOfRangeException(nameof(address), address, "A partition of 16 bits and a positive sequence of 48 bits are expected.");
        }

        lock (access)
        {
            if (files.Count == 0 || files[^1].File != file)
            {
                files.Add((file, []));
            }

            var tenants = files[^1].Tenants;
            if (!tenants.TryGetValue(tenant, out var references))
            {
                tenants.Add(tenant, references = new TenantReferences());
            }

            references.Add(Fingerprint(referenceHash), ReferenceSegment.Pack(address));
            count++;
        }
    }

    /// <summary>Forgets the records of a log file and of those before it: they are found in segments.</summary>
    public void Release(uint file)
    {
        lock (access)
        {
            while (files.Count > 0 && files[0].File <= file)
            {
                count -= files[0].Tenants.Values.Sum(references => references.Count);
                files.RemoveAt(0);
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> FindAsync(
        TenantId tenant, ulong referenceHash, Memory<RecordAddress> candidates, CancellationToken cancellationToken = default)
        => new(Find(tenant, referenceHash, candidates.Span));

    internal int Find(TenantId tenant, ulong referenceHash, Span<RecordAddress> candidates)
    {
        var fingerprint = Fingerprint(referenceHash);
        var found = 0;
        lock (access)
        {
            foreach (var (_, tenants) in files)
            {
                if (tenants.TryGetValue(tenant, out var references))
                {
                    found += references.Find(fingerprint, candidates[Math.Min(found, candidates.Length)..]);
                }
            }
        }

        return found;
    }

    // Folding keeps a hash that varies in only one of its halves spread.
    private static uint Fingerprint(ulong hash) => (uint)(hash >> 32) ^ (uint)hash;
}
