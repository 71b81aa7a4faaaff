using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Backups;

/// <summary>
/// Plans how a point is brought back as it was at an earlier time. The log is cut behind the last of the commits that were all written by then, which is one
/// moment for all tenants and partitions. Where even the first commit in the log is later, the log is left out and segments are cut: they keep the records that
/// were recorded by then, which in each partition are the first ones. Snapshots are left out; the first start reads the journal instead.
/// </summary>
internal static class PointInTime
{
    /// <summary>Plans it. Refusal: <c>TIME_TOO_EARLY</c>.</summary>
    /// <param name="backup">Where the point is.</param>
    /// <param name="point">The point.</param>
    /// <param name="files">Its files, as they are brought back.</param>
    /// <param name="time">The time.</param>
    public static async ValueTask<Result<RestorePlan>> PlanAsync(IDisk backup, BackupPoint point, IReadOnlyList<BackupFile> files, Instant time)
    {
        var (view, cut) = (point.ViewOn(backup), point.Cut);
        var journal = await new LogTimeline(view, DataDirectory.JournalName, cut.Segments.Moved.File + 1, cut.Journal.File).FindEndAsync(time);
        var isInSegments = journal.File == cut.Segments.Moved.File;
        if (isInSegments && cut.Segments.Segments.Count == 0)
        {
            return BackupErrors.TimeTooEarly(time);
        }

        var statesTime = await FindStatesTimeAsync(view, cut, time);
        var states = await new LogTimeline(view, cut.StatesDirectory, 1, cut.States.File).FindEndAsync(statesTime);
        var kept = files
            .Where(file => !file.Path.StartsWith(DataDirectory.SnapshotsName + "/", StringComparison.Ordinal))
            .Select(file => new RestoredFile(file, file.Length))
            .Select(file => CutLog(file, DataDirectory.JournalName, journal))
            .Select(file => CutLog(file, cut.StatesDirectory, states))
            .Where(file => file.Length > 0);
        var segments = isInSegments ? cut.Segments.Segments : [];
        var paths = segments.Select(CutTaking.PathOf).ToHashSet(StringComparer.Ordinal);
        return new RestorePlan([.. kept.Where(file => !paths.Contains(file.Path))], segments, statesTime > time ? statesTime : null);
    }

    /// <summary>
    /// A later generation begins with all states as they were when the earlier one was compacted; what was before that is not known. So the earliest states
    /// that a generation can bring back are those of its beginning.
    /// </summary>
    private static async ValueTask<Instant> FindStatesTimeAsync(IDisk view, DirectoryCut cut, Instant time)
        => cut.Generation > 1 && await new LogTimeline(view, cut.StatesDirectory, 1, cut.States.File).FindFirstSealAsync() is { } compacted && compacted > time
            ? compacted
            : time;

    /// <summary>A file as it is; of a log's file only what is before its end, which may be nothing.</summary>
    private static RestoredFile CutLog(RestoredFile file, string directory, (uint File, long Length) end)
    {
        if (!file.Path.StartsWith(directory + "/", StringComparison.Ordinal) || LogFileName.Parse(file.Path[(directory.Length + 1)..]) is not { } number)
        {
            return file;
        }

        return file with { Length = number < end.File ? file.Length : number > end.File ? 0 : Math.Min(file.Length, end.Length) };
    }
}
