using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Segments;
using FinancialFirewall.Storage.Snapshots;
using FinancialFirewall.Storage.States;

namespace FinancialFirewall.Storage.Directories;

/// <summary>
/// Takes a cut through an open data directory. Journal and states have a log each; the cut is where both ended at one moment, so that no state is in it that
/// came of a record which is not, and no record that names a policy which is not.
/// </summary>
internal static class CutTaking
{
    public static async ValueTask<DirectoryHold> TakeAsync(HoldingDisk disk, ArchivedJournal journal, StateStore states, TimeProvider time)
    {
        var hold = disk.Hold();
        try
        {
            // Snapshots come before the cut: each of them holds only records that were committed when it was written.
            var snapshots = await ListSnapshotsAsync(disk);
            snapshots.ForEach(hold.Add);
            var cut = await states.HoldStillAsync(generation => Take(hold, journal, generation, snapshots, time));
            return new DirectoryHold(cut, hold);
        }
        catch
        {
            await hold.DisposeAsync();
            throw;
        }
    }

    /// <summary>The paths of all snapshots.</summary>
    public static async ValueTask<List<string>> ListSnapshotsAsync(IDisk disk)
    {
        var found = new List<string>();
        foreach (var home in await disk.ListAsync(DataDirectory.SnapshotsName))
        {
            foreach (var entry in home.IsDirectory && TenantId.IsValid(home.Name) ? await disk.ListAsync($"{DataDirectory.SnapshotsName}/{home.Name}") : [])
            {
                if (!entry.IsDirectory && SnapshotFileName.TryParse(entry.Name, out _, out _))
                {
                    found.Add($"{DataDirectory.SnapshotsName}/{home.Name}/{entry.Name}");
                }
            }
        }

        return found;
    }

    /// <summary>The path of a segment.</summary>
    public static string PathOf(SegmentEntry entry) => $"{DataDirectory.SegmentsName}/{entry.Tenant.Name}/{entry.Name}";

    private static DirectoryCut Take(DiskHold hold, ArchivedJournal journal, StateGeneration generation, List<string> snapshots, TimeProvider time)
    {
        while (true)
        {
            // No other log of states takes the place of this one now, but what was appended to it may be committed: then the moment has passed.
            var before = generation.Log.HoldStill(static end => end);
            var (end, segments) = journal.HoldStill((end, manifest) => Hold(hold, end, manifest));
            if (generation.Log.HoldStill(static end => end) == before)
            {
                HoldLog(hold, generation.Directory, 1, before.File);
                return new DirectoryCut(Instant.From(time.GetUtcNow()), end, segments, generation.Number, before, snapshots);
            }
        }
    }

    private static (LogChain End, SegmentManifest Segments) Hold(DiskHold hold, LogChain end, SegmentManifest segments)
    {
        foreach (var entry in segments.Segments)
        {
            hold.Add(PathOf(entry));
        }

        HoldLog(hold, DataDirectory.JournalName, segments.Moved.File + 1, end.File);
        return (end, segments);
    }

    private static void HoldLog(DiskHold hold, string directory, uint first, uint last)
    {
        for (var file = first; file <= last; file++)
        {
            hold.Add(LogFileName.In(directory, file));
        }
    }
}
