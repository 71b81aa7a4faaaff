using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Journals;

/// <summary>Fills the indexes from a log, commit by commit.</summary>
/// <param name="setup">What the log is given to work with.</param>
/// <param name="known">The index of what comes before; <see langword="null"/> where that is the archive alone.</param>
internal sealed class RecoveryVisitor(CommitLogSetup setup, JournalIndex? known = null) : ILogVisitor
{
    private readonly List<(TenantId Tenant, RunHeader Header, RunLocation Location)> runs = [];
    private readonly List<(TenantId Tenant, int End)> referencesOf = [];
    private readonly List<(ulong Hash, RecordAddress Address)> references = [];

    public JournalIndex Index { get; } = known ?? Begin(setup.Archive);

    public long RecordCount { get; private set; }

    public void Visit(in FrameHeader frame, in RunHeader header, in RunLocation location, ReadOnlySpan<byte> body)
    {
        runs.Add((frame.Tenant, header, location));
        setup.Follower?.Stage(frame.Tenant, header, body);
        var start = 4 * header.Count;
        for (var i = 0; i < header.Count; i++)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(body[(4 * i)..]);
            if (setup.ReferenceHash(body.Slice(start, length)) is { } hash)
            {
                references.Add((hash, new RecordAddress(header.Partition, header.FirstSequence + i)));
            }

            start += length;
        }

        referencesOf.Add((frame.Tenant, references.Count));
    }

    public string? EndCommit()
    {
        lock (Index.Access)
        {
            foreach (var (tenant, header, location) in runs)
            {
                var partition = Index.GetOrAdd(tenant, header.Partition);
                if (header.FirstSequence != partition.LastCommitted + 1)
                {
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"record {header.FirstSequence} of {tenant}/{header.Partition} follows record {partition.LastCommitted}.");
                }

                partition.Add(location);
                partition.Epoch = Math.Max(partition.Epoch, header.Epoch);
                RecordCount += header.Count;
            }

            Publish();
        }

        return null;
    }

    public void DropCommit()
    {
        setup.Follower?.Drop();
        Clear();
    }

    /// <summary>The index as it is before the first run: what the archive has.</summary>
    private static JournalIndex Begin(ILogArchive? archive)
    {
        var index = new JournalIndex();
        lock (index.Access)
        {
            foreach (var partition in archive?.GetPartitions() ?? [])
            {
                index.GetOrAdd(partition.Tenant, partition.Partition).BeginBehind(partition);
            }
        }

        return index;
    }

    private void Publish()
    {
        if (runs.Count > 0)
        {
            var file = runs[0].Location.File;
            var first = 0;
            foreach (var (tenant, end) in referencesOf)
            {
                setup.References.Add(file, tenant, CollectionsMarshal.AsSpan(references)[first..end]);
                first = end;
            }

            setup.Follower?.Publish(file);
        }

        Clear();
    }

    private void Clear()
    {
        runs.Clear();
        referencesOf.Clear();
        references.Clear();
    }
}
