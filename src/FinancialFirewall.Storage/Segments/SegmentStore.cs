using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Sealing;

namespace FinancialFirewall.Storage.Segments;

/// <summary>The segments of all tenants. What the manifest names counts, and nothing else: what a crash left beside it is cleared away at the next opening.</summary>
internal sealed class SegmentStore : ILogArchive, IAsyncDisposable
{
    private const string Unfinished = ".tmp";

    /// <summary>How many references a filter is asked for together.</summary>
    private const int ReferencesAtOnce = 64;

    private readonly SegmentStoreSetup setup;
    private readonly BlockCache cache;
    private readonly Lock access = new();
    private readonly Dictionary<TenantId, Segment[]> tenants = [];
    private IReadOnlyList<RemovedPartition> gone;
    private int lastId;

    private SegmentStore(SegmentStoreSetup setup, SegmentManifest manifest)
    {
        (this.setup, End, gone) = (setup, manifest.Moved, manifest.Removed);
        cache = new BlockCache(setup.Options.CacheBytes);
    }

    /// <inheritdoc/>
    public LogChain End { get; private set; }

    /// <summary>The keys of the persons that records are about.</summary>
    public PersonKeyStore Persons => setup.Persons;

    /// <summary>The tenants that have segments, in ordinal order.</summary>
    public IReadOnlyList<TenantId> Tenants
    {
        get
        {
            lock (access)
            {
                return [.. tenants.Keys.OrderBy(tenant => tenant.Name, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>How many records of all tenants are found by a reference.</summary>
    public long ReferenceCount
    {
        get
        {
            lock (access)
            {
                return tenants.Values.Sum(segments => segments.Sum(segment => segment.Footer.References.EntryCount));
            }
        }
    }

    /// <summary>The number of segments, and the length of all of them.</summary>
    public (int Count, long Bytes) Size
    {
        get
        {
            lock (access)
            {
                return (tenants.Values.Sum(segments => segments.Length), tenants.Values.Sum(segments => segments.Sum(segment => segment.Entry.Length)));
            }
        }
    }

    /// <summary>Reads the manifest, opens all segments that it names, and clears away all others. Refusals: <c>STORAGE_DAMAGED</c>, <c>STORAGE_NEWER</c>.</summary>
    public static async ValueTask<Result<SegmentStore>> OpenAsync(SegmentStoreSetup setup)
    {
        setup.Options.Check();
        var manifest = await SegmentManifest.ReadAsync(setup.Disk, setup.Directory);
        if (!manifest.IsSuccess)
        {
            return Result.Failure<SegmentStore>(manifest.Errors);
        }

        var store = new SegmentStore(setup, manifest.Value);
        try
        {
            foreach (var entry in manifest.Value.Segments)
            {
                store.DemandKeys(entry.Tenant);
                store.Insert(await store.OpenAsync(entry));
            }
        }
        catch (StorageDamageException exception)
        {
            await store.DisposeAsync();
            return exception.Damage.ToError();
        }

        await store.ClearAsync();
        return store;
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<ArchivedPartition> GetPartitions()
    {
        var ends = new Dictionary<(TenantId Tenant, int Partition), ArchivedPartition>();
        lock (access)
        {
            foreach (var partition in gone)
            {
                ends[(partition.Tenant, partition.Partition)]
                    = new(partition.Tenant, partition.Partition, partition.LastSequence + 1, partition.LastSequence, partition.Epoch);
            }

            foreach (var segment in tenants.Values.SelectMany(segments => segments))
            {
                foreach (var range in segment.Footer.Records.Partitions)
                {
                    var key = (segment.Entry.Tenant, range.Partition);
                    var known = ends.TryGetValue(key, out var before) ? before : new(segment.Entry.Tenant, range.Partition, range.FirstSequence, 0, 0);
                    ends[key] = known with { LastSequence = range.LastSequence, Epoch = Math.Max(range.Epoch, known.Epoch) };
                }
            }
        }

        return ends.Values;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> LoadAsync(JournalBatch batch, TenantId tenant, int partition, long fromSequence)
    {
        var segment = Acquire(tenant, found => found.Footer.Records.Find(partition) is { } range && range.Holds(fromSequence)).SingleOrDefault();
        if (segment is null)
        {
            return false;
        }

        try
        {
            return await segment.LoadAsync(batch, partition, fromSequence, new RecordOpener(setup.Persons.GetOrCreate(tenant)));
        }
        finally
        {
            await segment.ReleaseAsync();
        }
    }

    /// <summary>A tenant's segments that fit, oldest first; each must be released.</summary>
    public List<Segment> Acquire(TenantId tenant, Func<Segment, bool> fits)
    {
        var found = new List<Segment>();
        lock (access)
        {
            foreach (var segment in tenants.GetValueOrDefault(tenant) ?? [])
            {
                if (fits(segment))
                {
                    segment.Retain();
                    found.Add(segment);
                }
            }
        }

        return found;
    }

    /// <summary>Shows to <paramref name="look"/> which segments there are, while none is switched away.</summary>
    public T HoldStill<T>(Func<SegmentManifest, T> look)
    {
        lock (access)
        {
            return look(new SegmentManifest(End, Entries([], []), gone));
        }
    }

    /// <summary>Whether any segment of a tenant may have a reference of this fingerprint; where none may, none has.</summary>
    public bool MayContainReference(TenantId tenant, ulong fingerprint)
    {
        Segment[]? segments;
        lock (access)
        {
            segments = tenants.GetValueOrDefault(tenant);
        }

        foreach (var segment in segments ?? [])
        {
            if (segment.MayContainReference(fingerprint))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Marks each hash whose reference any segment of a tenant may have.</summary>
    public void MayContainReferences(TenantId tenant, ReadOnlySpan<ulong> referenceHashes, Span<bool> found)
    {
        Segment[]? segments;
        lock (access)
        {
            segments = tenants.GetValueOrDefault(tenant);
        }

        foreach (var segment in segments ?? [])
        {
            for (var i = 0; i < referenceHashes.Length; i += ReferencesAtOnce)
            {
                var length = Math.Min(ReferencesAtOnce, referenceHashes.Length - i);
                segment.MayContainReferences(referenceHashes.Slice(i, length), found.Slice(i, length));
            }
        }
    }

    /// <summary>A file for a segment, to be filled and then <see cref="PlaceAsync">placed</see>.</summary>
    public SegmentFileWriter Begin(SegmentHeader header, UrgentMoves? before = null)
        => new(setup, $"{HomeOf(header.Tenant)}/{SegmentEntry.NameOf(header.FirstFile, header.LastFile, revision: 0)}{Unfinished}", header, before);

    /// <summary>Gives a finished file its name and opens it; it counts only once the manifest names it.</summary>
    public async ValueTask<Segment> PlaceAsync(SegmentEntry entry)
    {
        var path = PathOf(entry);
        await setup.Disk.RenameAsync(path + Unfinished, path);
        await setup.Disk.SyncDirectoryAsync(HomeOf(entry.Tenant));
        return await OpenAsync(entry);
    }

    /// <summary>Names new segments in the manifest instead of old ones. Readers go on with the old ones until <see cref="Switch"/>.</summary>
    public ValueTask CommitAsync(LogChain moved, IReadOnlyCollection<Segment> added, IReadOnlyCollection<Segment> removed)
        => CommitAsync(moved, added, removed, gone);

    /// <summary>Removes the oldest segments of a tenant from the manifest, and notes what is gone with them. Readers go on until <see cref="Drop"/>.</summary>
    public ValueTask CommitRemovalAsync(IReadOnlyCollection<Segment> oldest) => CommitAsync(End, [], oldest, GoneWith(oldest));

    /// <summary>From here on nobody finds what was removed.</summary>
    public void Drop(IReadOnlyCollection<Segment> oldest)
    {
        lock (access)
        {
            gone = GoneWith(oldest);
            Switch(End, [], oldest);
        }
    }

    private ValueTask CommitAsync(
        LogChain moved, IReadOnlyCollection<Segment> added, IReadOnlyCollection<Segment> removed, IReadOnlyList<RemovedPartition> removedRecords)
    {
        SegmentEntry[] kept;
        lock (access)
        {
            kept = Entries(added, removed);
        }

        return new SegmentManifest(moved, kept, removedRecords).WriteAsync(setup.Disk, setup.Directory);
    }

    /// <summary>From here on readers use the new segments.</summary>
    public void Switch(LogChain moved, IReadOnlyCollection<Segment> added, IReadOnlyCollection<Segment> removed)
    {
        lock (access)
        {
            End = moved;
            foreach (var segment in removed)
            {
                var tenant = segment.Entry.Tenant;
                tenants[tenant] = [.. tenants[tenant].Where(kept => kept != segment)];
            }

            foreach (var segment in added)
            {
                Insert(segment);
            }
        }
    }

    /// <summary>Deletes the files of segments that were switched away; they are closed when their last reader is done.</summary>
    public async ValueTask DeleteAsync(IReadOnlyCollection<Segment> removed)
    {
        foreach (var segment in removed)
        {
            await setup.Disk.DeleteAsync(PathOf(segment.Entry));
            await segment.ReleaseAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var segment in tenants.Values.SelectMany(segments => segments))
        {
            await segment.ReleaseAsync();
        }
    }

    /// <summary>What was removed of partitions, once these segments are.</summary>
    private RemovedPartition[] GoneWith(IReadOnlyCollection<Segment> oldest)
    {
        var all = gone.ToDictionary(partition => (partition.Tenant, partition.Partition));
        foreach (var segment in oldest)
        {
            foreach (var range in segment.Footer.Records.Partitions)
            {
                var key = (segment.Entry.Tenant, range.Partition);
                all[key] = new(key.Tenant, key.Partition, range.LastSequence, Math.Max(range.Epoch, all.GetValueOrDefault(key).Epoch));
            }
        }

        return [.. all.Values.OrderBy(partition => partition.Tenant.Name, StringComparer.Ordinal).ThenBy(partition => partition.Partition)];
    }

    private ValueTask<Segment> OpenAsync(SegmentEntry entry) => Segment.OpenAsync(setup, PathOf(entry), ++lastId, entry, cache);

    private void Insert(Segment segment)
    {
        var tenant = segment.Entry.Tenant;
        tenants[tenant] = [.. (tenants.GetValueOrDefault(tenant) ?? []).Append(segment).OrderBy(other => other.Entry.FirstFile)];
    }

    private SegmentEntry[] Entries(IEnumerable<Segment> added, IEnumerable<Segment> removed)
        => [.. tenants.Values.SelectMany(segments => segments).Except(removed).Concat(added).Select(segment => segment.Entry)
            .OrderBy(entry => entry.Tenant.Name, StringComparer.Ordinal).ThenBy(entry => entry.FirstFile)];

    private void DemandKeys(TenantId tenant)
    {
        if (setup.Persons.Find(tenant) is null)
        {
            throw new StorageDamageException(PersonKeyStore.Missing(tenant));
        }
    }

    private async ValueTask ClearAsync()
    {
        foreach (var home in await setup.Disk.ListAsync(setup.Directory))
        {
            if (!home.IsDirectory || !TenantId.IsValid(home.Name))
            {
                continue;
            }

            var named = (tenants.GetValueOrDefault(new TenantId(home.Name)) ?? []).Select(segment => segment.Entry.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var entry in await setup.Disk.ListAsync($"{setup.Directory}/{home.Name}"))
            {
                if (!named.Contains(entry.Name))
                {
                    await setup.Disk.DeleteAsync($"{setup.Directory}/{home.Name}/{entry.Name}");
                }
            }
        }
    }

    private string HomeOf(TenantId tenant) => $"{setup.Directory}/{tenant.Name}";

    private string PathOf(SegmentEntry entry) => $"{HomeOf(entry.Tenant)}/{entry.Name}";
}
