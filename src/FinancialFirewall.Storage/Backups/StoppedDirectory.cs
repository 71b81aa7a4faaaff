using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Segments;
using FinancialFirewall.Storage.States;

namespace FinancialFirewall.Storage.Backups;

/// <summary>Takes a cut through a data directory that no process has open. Nothing is changed or locked: what a start would cut is left out.</summary>
/// <param name="disk">The directory.</param>
/// <param name="time">Stamps the cut.</param>
public sealed class StoppedDirectory(IDisk disk, TimeProvider time)
{
    /// <summary>Takes the cut. Refusals: <c>NO_DATA_DIRECTORY</c>, <c>STORAGE_DAMAGED</c>, <c>STORAGE_NEWER</c>.</summary>
    /// <exception cref="IOException">The disk could not be read.</exception>
    public async ValueTask<Result<DirectoryCut>> CutAsync(CancellationToken cancellationToken = default)
    {
        if (!await disk.ExistsAsync(DirectoryManifest.FileName))
        {
            return BackupErrors.NoDataDirectory(disk.Location);
        }

        var manifest = await SegmentManifest.ReadAsync(disk, DataDirectory.SegmentsName);
        if (!manifest.IsSuccess)
        {
            return Result.Failure<DirectoryCut>(manifest.Errors);
        }

        var snapshots = await CutTaking.ListSnapshotsAsync(disk);
        var journal = await FindEndAsync(DataDirectory.JournalName, manifest.Value.Moved, cancellationToken);
        var generation = await FindGenerationAsync();
        var states = await FindEndAsync(DirectoryCut.StatesDirectoryOf(generation), default, cancellationToken);
        return journal.IsSuccess && states.IsSuccess
            ? new DirectoryCut(Instant.From(time.GetUtcNow()), journal.Value, manifest.Value, generation, states.Value, snapshots)
            : Result.Failure<DirectoryCut>([.. journal.Errors, .. states.Errors]);
    }

    private async ValueTask<uint> FindGenerationAsync()
    {
        var newest = 1u;
        foreach (var entry in await disk.ListAsync(DataDirectory.StatesName))
        {
            newest = Math.Max(newest, StateGenerations.Parse(entry) ?? 0);
        }

        return newest;
    }

    private async ValueTask<Result<LogChain>> FindEndAsync(string directory, LogChain end, CancellationToken cancellationToken)
    {
        var numbers = await LogRecovery.ListAsync(disk, directory);
        numbers.RemoveAll(number => number <= end.File);
        foreach (var number in numbers)
        {
            if (number != end.File + 1)
            {
                return LogRecovery.Missing(directory, end.File + 1).ToError();
            }

            var found = await new LogFileWalk(disk, directory, null, number, number == numbers[^1], end, new SilentVisitor()).RunAsync(cancellationToken);
            if (found.Damage is { } damage)
            {
                return found.IsNewer ? new Error(ErrorKind.Unavailable, "STORAGE_NEWER", damage.File, "", damage.ToString()) : damage.ToError();
            }

            // A last file that was being created holds nothing.
            end = found.End.File == 0 ? end : found.End;
        }

        return end;
    }
}
