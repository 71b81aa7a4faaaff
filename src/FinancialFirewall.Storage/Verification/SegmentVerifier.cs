using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Sealing;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Verification;

/// <summary>Verifies the segments of a data directory.</summary>
/// <param name="disk">The directory.</param>
/// <param name="keys">The keys of segments; without them checksums are proved and nothing is opened.</param>
internal sealed class SegmentVerifier(IDisk disk, PurposeKeys? keys)
{
    /// <summary>What the manifest says; nothing where it cannot be read.</summary>
    public SegmentManifest Manifest { get; private set; } = new(default, [], []);

    /// <summary>How far the partitions go in segments.</summary>
    public ArchivedEnds Ends { get; } = new();

    public List<SegmentReport> Segments { get; } = [];

    public List<StorageDamage> Damages { get; } = [];

    /// <summary>Verifies all segments that the manifest names; others do not count.</summary>
    public async ValueTask VerifyAsync(Action<string, long> report, CancellationToken cancellationToken)
    {
        var manifest = await SegmentManifest.ReadAsync(disk, DataDirectory.SegmentsName);
        if (!manifest.IsSuccess)
        {
            Damages.Add(new StorageDamage($"{DataDirectory.SegmentsName}/{SegmentManifest.FileName}", 0, manifest.Errors[0].Message, ""));
            Ends.IsComplete = false;
            return;
        }

        Manifest = manifest.Value;
        foreach (var partition in Manifest.Removed)
        {
            Ends.Set(partition.Tenant, partition.Partition, partition.LastSequence);
        }

        foreach (var entry in Manifest.Segments)
        {
            var path = $"{DataDirectory.SegmentsName}/{entry.Tenant.Name}/{entry.Name}";
            Segments.Add(new SegmentReport(path, entry.Length, entry.Tenant, await VerifyAsync(path, entry, cancellationToken)));
            report(path, entry.Length);
        }
    }

    private async ValueTask<long> VerifyAsync(string path, SegmentEntry entry, CancellationToken cancellationToken)
    {
        Ends.IsComplete &= keys is not null;
        try
        {
            var proof = new SegmentProof(Setup(), path, entry);
            await proof.ProveBytesAsync(cancellationToken);
            return keys is null ? 0 : await proof.ProveContentAsync(Ends, cancellationToken);
        }
        catch (StorageDamageException exception)
        {
            Ends.Forget();
            Damages.Add(exception.Damage);
            return 0;
        }
    }

    // A verification writes nothing: what only writing takes is not there.
    private SegmentStoreSetup Setup()
        => new(disk, DataDirectory.SegmentsName, keys!, PersonKeyStore.Empty(disk, keys!), TaskScheduler.Default, TimeProvider.System, static () => 0, new AssessmentFactReader());
}
