using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Journals;

/// <summary>Reads all files of a log, fills its indexes, and cuts a torn tail. <see cref="LogFileWalk"/> says what is torn and what is damaged.</summary>
internal sealed class LogRecovery(CommitLogSetup setup)
{
    private readonly RecoveryVisitor visitor = new(setup);
    private readonly List<LogChain> complete = [];
    private LogChain end = setup.Archive?.End ?? default;
    private long frames;
    private long commits;
    private long bytes;

    public async ValueTask<Result<RecoveredLog>> RunAsync(CancellationToken cancellationToken)
    {
        await using var pipe = new RecoveryPipe(setup, visitor);
        var numbers = await ListAsync(setup.Disk, setup.Directory);
        await ClearAsync(numbers);
        var first = end.File + 1;
        var lastCommit = 0L;
        for (var i = 0; i < numbers.Count; i++)
        {
            if (numbers[i] != first + i)
            {
                return Missing(setup.Directory, (uint)(first + i)).ToError();
            }

            var isLast = i == numbers.Count - 1;
            var found = await new LogFileWalk(setup.Disk, setup.Directory, setup.Keys, numbers[i], isLast, end, pipe).RunAsync(cancellationToken);
            if (await pipe.FinishFileAsync() is { } misplaced)
            {
                return misplaced.ToError();
            }

            if (found.Damage is not null)
            {
                return found.IsNewer ? Newer(found.Damage) : found.Damage.ToError();
            }

            Count(found);
            lastCommit = found.LastCommit;
            if (found.TornTail is { } tail)
            {
                await (PlantedBugs.KeepTornTail ? ValueTask.CompletedTask : CutAsync(tail));
                return Recovered(numbers.Count - (tail.Offset == 0 ? 1 : 0), tail);
            }
        }

        await (numbers.Count > 0 && !PlantedBugs.TrustUnflushed ? SettleAsync(numbers[^1], lastCommit) : ValueTask.CompletedTask);
        return Recovered(numbers.Count, null);
    }

    /// <summary>The numbers of the log files in a directory, ascending.</summary>
    public static async ValueTask<List<uint>> ListAsync(IDisk disk, string directory)
    {
        var numbers = new List<uint>();
        foreach (var entry in await disk.ListAsync(directory))
        {
            if (!entry.IsDirectory && LogFileName.Parse(entry.Name) is { } number)
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    /// <summary>A file that should be there.</summary>
    public static StorageDamage Missing(string directory, uint number)
        => new(LogFileName.In(directory, number), 0, "the file is missing and later ones are there.", StorageDamage.RestoreAdvice);

    private static Error Newer(StorageDamage damage) => new(ErrorKind.Unavailable, "STORAGE_NEWER", damage.File, "", damage.ToString());

    /// <summary>Deletes the files that are archived already and were left by a crash.</summary>
    private async ValueTask ClearAsync(List<uint> numbers)
    {
        foreach (var number in numbers.Where(number => number <= end.File))
        {
            await setup.Disk.DeleteAsync(LogFileName.In(setup.Directory, number));
        }

        numbers.RemoveAll(number => number <= end.File);
    }

    private void Count(LogFileFindings found)
    {
        if (found.End.File != 0)
        {
            end = found.End;
            bytes += end.Length;
            complete.Add(end);
        }

        frames += found.Frames;
        commits += found.Commits;
    }

    private RecoveredLog Recovered(int files, TornTail? tail)
        => new(visitor.Index, end, complete, new RecoveryReport(files, frames, commits, visitor.RecordCount, bytes, tail));

    /// <summary>
    /// Puts on disk for certain what was found: of a process that ended between a write and its flush, or whose flush failed, the last commit may be in the
    /// system's memory alone. It is written again as it is, since what a failed flush has lost no later flush keeps.
    /// </summary>
    private async ValueTask SettleAsync(uint number, long from)
    {
        await using (var file = await setup.Disk.OpenAsync(LogFileName.In(setup.Directory, number), DiskFileUse.Write))
        {
            var content = new byte[checked((int)(await file.GetLengthAsync() - from))];
            for (var read = 0; read < content.Length;)
            {
                var count = await file.ReadAsync(from + read, content.AsMemory(read));
                read += count > 0 ? count : throw new EndOfStreamException($"'{file.Path}' is shorter than it was.");
            }

            await file.WriteAsync(from, [content]);
            await file.FlushAsync();
        }

        await setup.Disk.SyncDirectoryAsync(setup.Directory);
    }

    private async ValueTask CutAsync(TornTail tail)
    {
        if (tail.Offset == 0)
        {
            await setup.Disk.DeleteAsync(tail.File);
            await setup.Disk.SyncDirectoryAsync(setup.Directory);
            return;
        }

        await using var file = await setup.Disk.OpenAsync(tail.File, DiskFileUse.Write);
        await file.TruncateAsync(tail.Offset);
        await file.FlushAsync();
    }
}
