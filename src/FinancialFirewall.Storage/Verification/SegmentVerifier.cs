using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Sealing;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Verification;

/// <summary>Verifies the segments of a data directory.</summary>
/// <param name="disk">The directory.</param>
/// <param name="keys">The keys of segments; without them checksums are proved and nothing is opened.</param>
internal sealed class SegmentVerifier(IDisk disk, PurposeKeys? keys)
{
    /// <summary>Where the last log file ended that is in segments as a whole; <see langword="null"/> where the manifest cannot say.</summary>
    public LogChain? Moved { get; private set; }

    /// <summary>How far the partitions go in segments.</summary>
    public ArchivedEnds Ends { get; } = new();

    public List<SegmentReport> Segments { get; } = [];

    public List<StorageDamage> Damages { get; } = [];

    /// <summary>
    /// Verifies all segments that the manifest names; others do not count. Where it cannot be read, every segment that is there, each for itself.
    /// </summary>
    public async ValueTask VerifyAsync(Action<string, long> report, CancellationToken cancellationToken)
    {
        var manifest = await SegmentManifest.ReadAsync(disk, DataDirectory.SegmentsName);
        if (!manifest.IsSuccess)
        {
            Damages.Add(StorageDamage.Of($"{DataDirectory.SegmentsName}/{SegmentManifest.FileName}", manifest.Errors[0]));
            Ends.IsComplete = false;
            await foreach (var found in FindAsync())
            {
                await VerifyAsync(found, new ArchivedEnds { IsComplete = false }, report, cancellationToken);
            }

            return;
        }

        Moved = manifest.Value.Moved;
        foreach (var partition in manifest.Value.Removed)
        {
            Ends.Set(partition.Tenant, partition.Partition, partition.LastSequence);
        }

        foreach (var entry in manifest.Value.Segments)
        {
            await VerifyAsync(entry, Ends, report, cancellationToken);
        }
    }

    private async ValueTask VerifyAsync(SegmentEntry entry, ArchivedEnds ends, Action<string, long> report, CancellationToken cancellationToken)
    {
        var path = CutTaking.PathOf(entry);
        Segments.Add(new SegmentReport(path, entry.Length, entry.Tenant, await ProveAsync(path, entry, ends, cancellationToken)));
        report(path, entry.Length);
    }

    private async ValueTask<long> ProveAsync(string path, SegmentEntry entry, ArchivedEnds ends, CancellationToken cancellationToken)
    {
        ends.IsComplete &= keys is not null;
        try
        {
            var proof = new SegmentProof(Setup(), path, entry);
            await proof.ProveBytesAsync(cancellationToken);
            return keys is null ? 0 : await proof.ProveContentAsync(ends, cancellationToken);
        }
        catch (StorageDamageException exception)
        {
            ends.Forget();
            Damages.Add(exception.Damage);
            return 0;
        }
    }

    /// <summary>The segments that are there: what a manifest would say of each.</summary>
    private async IAsyncEnumerable<SegmentEntry> FindAsync()
    {
        foreach (var home in await disk.ListAsync(DataDirectory.SegmentsName))
        {
            foreach (var file in home.IsDirectory && TenantId.IsValid(home.Name) ? await disk.ListAsync($"{DataDirectory.SegmentsName}/{home.Name}") : [])
            {
                if (SegmentEntry.TryParse(file.Name, out var first, out var last, out var revision))
                {
                    var entry = new SegmentEntry(new TenantId(home.Name), first, last, file.Length, Crc: 0) { Revision = revision };
                    yield return entry with { Crc = await ReadTrailerCrcAsync(entry) };
                }
            }
        }
    }

    /// <summary>The checksum that a segment ends with; 0 where its end is none, which its proof then says.</summary>
    private async ValueTask<uint> ReadTrailerCrcAsync(SegmentEntry entry)
    {
        var trailer = new byte[SegmentTrailer.Length];
        await using var file = await disk.OpenAsync(CutTaking.PathOf(entry), DiskFileUse.Read);
        var read = await file.ReadAsync(Math.Max(0, entry.Length - trailer.Length), trailer);
        return SegmentTrailer.Read(trailer.AsSpan(0, read), entry.Length)?.Crc ?? 0;
    }

    // A verification writes nothing: what only writing takes is not there.
    private SegmentStoreSetup Setup()
        => new(disk, DataDirectory.SegmentsName, keys!, PersonKeyStore.Empty(disk, keys!), TaskScheduler.Default, TimeProvider.System, static () => 0, new AssessmentFactReader());
}
