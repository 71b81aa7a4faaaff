using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.References;

/// <summary>
/// The references of the records that are still in the log, in memory, at about 15 to 23 bytes each, and some more while a filter for eight log files is young; it is filled again
/// from the log at every start. Those of a log file go together, once its records are in segments; what filters know of them goes with theirs.
/// </summary>
public sealed class ReferenceTable : IReferenceIndex
{
    /// <summary>How many references are brought near before the first of them is looked at.</summary>
    private const int Group = 64;

    private readonly Lock access = new();
    private readonly List<(uint File, Dictionary<TenantId, TenantReferences> Tenants)> files = [];
    private readonly Dictionary<TenantId, TenantFilters> filters = [];
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
                return files.Sum(file => file.Tenants.Values.Sum(references => references.AllocatedBytes)) + filters.Values.Sum(static own => own.AllocatedBytes);
            }
        }
    }

    /// <summary>Makes a committed record findable.</summary>
    /// <inheritdoc cref="Add(uint, TenantId, ReadOnlySpan{ValueTuple{ulong, RecordAddress}})"/>
    public void Add(uint file, TenantId tenant, ulong referenceHash, RecordAddress address) => Add(file, tenant, [(referenceHash, address)]);

    /// <summary>Makes committed records findable.</summary>
    /// <param name="file">The number of the log file that they are in: never lower than that of a record before.</param>
    /// <param name="tenant">Whose records they are.</param>
    /// <param name="records">The hash of each one's reference, and which record it is.</param>
    public void Add(uint file, TenantId tenant, ReadOnlySpan<(ulong Hash, RecordAddress Address)> records)
    {
        for (; !records.IsEmpty; records = records[Math.Min(Group, records.Length)..])
        {
            // Not all of them at once: others ask meanwhile.
            lock (access)
            {
                AddGroup(Of(file, tenant), FilterOf(file, tenant), records[..Math.Min(Group, records.Length)]);
            }
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

            foreach (var (tenant, own) in filters)
            {
                own.Release(file);
                if (own.IsEmpty)
                {
                    filters.Remove(tenant);
                }
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> FindAsync(
        TenantId tenant, ulong referenceHash, Memory<RecordAddress> candidates, CancellationToken cancellationToken = default)
        => new(Find(tenant, referenceHash, candidates.Span));

    /// <inheritdoc/>
    public void MayContain(TenantId tenant, ReadOnlySpan<ulong> referenceHashes, Span<bool> found)
    {
        found[..referenceHashes.Length].Clear();
        lock (access)
        {
            if (!filters.TryGetValue(tenant, out var own))
            {
                return;
            }

            for (var i = 0; i < referenceHashes.Length; i += Group)
            {
                var length = Math.Min(Group, referenceHashes.Length - i);
                own.Ask(referenceHashes.Slice(i, length), found.Slice(i, length));
            }
        }
    }

    internal int Find(TenantId tenant, ulong referenceHash, Span<RecordAddress> candidates)
    {
        var found = 0;
        lock (access)
        {
            if (!filters.TryGetValue(tenant, out var own) || !own.MayContain(referenceHash))
            {
                return 0;
            }

            foreach (var (_, tenants) in files)
            {
                if (tenants.TryGetValue(tenant, out var references))
                {
                    found += references.Find(referenceHash, candidates[Math.Min(found, candidates.Length)..]);
                }
            }
        }

        return found;
    }

    private void AddGroup(TenantReferences references, GrowingFilter filter, ReadOnlySpan<(ulong Hash, RecordAddress Address)> records)
    {
        count += records.Length;
        foreach (ref readonly var record in records)
        {
            filter.Approach(record.Hash);
            references.Approach(record.Hash);
        }

        foreach (ref readonly var record in records)
        {
            references.Add(record.Hash, Pack(record.Address));
            filter.Add(record.Hash);
        }
    }

    private static ulong Pack(RecordAddress address)
        => address is { Partition: >= 0 and <= ushort.MaxValue, Sequence: > 0 and < 1L << 48 }
            ? ReferenceSegment.Pack(address)
            : throw new ArgumentOutOfRangeException(nameof(address), address, "A partition of 16 bits and a positive sequence of 48 bits are expected.");

    private GrowingFilter FilterOf(uint file, TenantId tenant)
    {
        if (!filters.TryGetValue(tenant, out var own))
        {
            filters.Add(tenant, own = new TenantFilters());
        }

        return own.For(file);
    }

    private TenantReferences Of(uint file, TenantId tenant)
    {
        if (files.Count == 0 || files[^1].File != file)
        {
            files.Add((file, []));
        }

        var tenants = files[^1].Tenants;
        if (!tenants.TryGetValue(tenant, out var references))
        {
            // About as many as in the file before, which is the last but one now, and rather a few more than one too many.
            var before = files.Count > 1 && files[^2].Tenants.TryGetValue(tenant, out var earlier) ? earlier.Count : 0;
            tenants.Add(tenant, references = new TenantReferences(before + (before / 8)));
        }

        return references;
    }
}
