using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Segments;
using FinancialFirewall.Storage.Snapshots;
using FinancialFirewall.Storage.Verification;

namespace FinancialFirewall.Storage.Backups;

/// <summary>
/// Proves, without keys, that the files of a cut are what the firewall wrote: every checksum and link of logs and segments. So a damaged file is noticed when
/// the backup is taken, and not when it is needed.
/// </summary>
/// <param name="view">The files, as a data directory.</param>
/// <param name="cut">What they should hold.</param>
internal sealed class BackupProof(IDisk view, DirectoryCut cut)
{
    /// <summary>Proves the files that <paramref name="isNew"/>; the others were proved before.</summary>
    /// <returns>The snapshots that are not whole, which nobody misses.</returns>
    /// <exception cref="StorageDamageException">Another file is not what was written.</exception>
    public async ValueTask<IReadOnlyList<string>> ProveAsync(Func<string, bool> isNew, CancellationToken cancellationToken)
    {
        // Only bytes are proved, which takes neither keys nor anything that writing takes.
        var setup = new SegmentStoreSetup(
            view, DataDirectory.SegmentsName, null!, null!, TaskScheduler.Default, TimeProvider.System, static () => 0, new AssessmentFactReader());
        foreach (var entry in cut.Segments.Segments.Where(entry => isNew(CutTaking.PathOf(entry))))
        {
            await new SegmentProof(setup, CutTaking.PathOf(entry), entry).ProveBytesAsync(cancellationToken);
        }

        await ProveLogAsync(DataDirectory.JournalName, cut.Segments.Moved, cut.Journal, isNew, cancellationToken);
        await ProveLogAsync(cut.StatesDirectory, default, cut.States, isNew, cancellationToken);
        return await FindBrokenSnapshotsAsync(isNew);
    }

    private async ValueTask ProveLogAsync(string directory, LogChain moved, LogChain end, Func<string, bool> isNew, CancellationToken cancellationToken)
    {
        LogChain? before = moved;
        for (var number = moved.File + 1; number <= end.File; number++)
        {
            if (!isNew(LogFileName.In(directory, number)))
            {
                before = null;
                continue;
            }

            var found = await new LogFileWalk(view, directory, null, number, isLast: false, before, new SilentVisitor()).RunAsync(cancellationToken);
            before = found.Damage is null ? found.End : throw new StorageDamageException(found.Damage);
            if (number == end.File && found.End != end)
            {
                throw Segment.Damage(LogFileName.In(directory, number), found.End.Length, $"the log ends with commit {found.End.Commit}, and commit {end.Commit} was written.");
            }
        }
    }

    private async ValueTask<IReadOnlyList<string>> FindBrokenSnapshotsAsync(Func<string, bool> isNew)
    {
        var broken = new List<string>();
        foreach (var path in await CutTaking.ListSnapshotsAsync(view))
        {
            var words = path.Split('/');
            if (isNew(path) && SnapshotFileName.TryParse(words[^1], out _, out var sequence)
                && (await SnapshotStore.ReadAsync(view, null, path, new TenantId(words[^2]), sequence)).Damage is not null)
            {
                broken.Add(path);
            }
        }

        return broken;
    }
}
