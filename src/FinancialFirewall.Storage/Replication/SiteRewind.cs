using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Segments;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Storage.Replication;

/// <summary>
/// Makes a follower of a directory that led: puts aside, under <c>aside/</c>, what it recorded and the new leader never got. Nothing is deleted. A crash at any moment
/// leaves a directory that nobody leads with, and the same command goes on.
/// </summary>
/// <param name="link">The way to the new leader.</param>
/// <param name="disk">The directory, locked by the caller.</param>
public sealed class SiteRewind(ISiteLink link, IDisk disk)
{
    /// <summary>The directory of what was put aside.</summary>
    public const string DirectoryName = "aside";

    /// <summary>Puts aside what the leader does not have. Refusals: <c>SITE_NOT_REPLACED</c>, <c>SITE_TAIL_MOVED</c>, and those of the leader.</summary>
    /// <returns>What was done, in words; empty where there was nothing to do.</returns>
    /// <exception cref="IOException">The leader cannot be reached, or the disk could not do it.</exception>
    public async ValueTask<Result<string>> RunAsync(CancellationToken cancellationToken)
    {
        var own = await SiteRecord.ReadAsync(disk);
        var moved = await SegmentManifest.ReadAsync(disk, DataDirectory.SegmentsName);
        if (!own.IsSuccess || !moved.IsSuccess)
        {
            return Result.Failure<string>([.. own.Errors, .. moved.Errors]);
        }

        if (own.Value is not { Role: SiteRole.Leader or SiteRole.Fenced } record)
        {
            return "";
        }

        var caller = new SiteCaller(link, record.Term);
        await caller.AskAsync(SiteQuestion.State, "", cancellationToken);
        var theirs = await SiteRecord.ReadAsync(new RemoteDisk(caller));
        if (!theirs.IsSuccess || theirs.Value is not { Role: SiteRole.Leader } leader || leader.Term <= record.Term || leader.FirstAfter(record.Term) is not { } begin)
        {
            return theirs.IsSuccess ? SiteErrors.NotReplaced(record.Term) : Result.Failure<string>(theirs.Errors);
        }

        return moved.Value.Moved.Commit > begin.Position.Journal.Commit
            ? SiteErrors.TailMoved()
            : await CutAsync(record, leader, begin.Position.Journal);
    }

    /// <summary>Puts everything aside, so that all of it can be copied anew.</summary>
    /// <returns>What was done, in words.</returns>
    /// <exception cref="IOException">The disk could not do it.</exception>
    public async ValueTask<string> PutAllAsideAsync()
    {
        var own = await SiteRecord.ReadAsync(disk);
        var home = await NewHomeAsync(own is { IsSuccess: true, Value: { } record } ? record.Term : 0, commit: null);
        await new SiteRecord { Term = Math.Max(1, own is { IsSuccess: true, Value: { } known } ? known.Term : 1), Role = SiteRole.Copying }.WriteAsync(disk);
        foreach (var entry in await disk.ListAsync(""))
        {
            if (entry.Name is not (DirectoryName or SiteRecord.FileName) && !entry.Name.StartsWith(DataDirectory.LockName, StringComparison.Ordinal))
            {
                await disk.RenameAsync(entry.Name, $"{home}/{entry.Name}");
            }
        }

        await SyncAsync(home);
        return $"Everything that was there lies in '{disk.Location}/{home}' now.";
    }

    private async ValueTask<Result<string>> CutAsync(SiteRecord record, SiteRecord leader, LogChain end)
    {
        await (record with { Role = SiteRole.Fenced, FencedBy = leader.Term }).WriteAsync(disk);
        var home = await NewHomeAsync(record.Term, end.Commit);
        await disk.CreateDirectoryAsync($"{home}/{DataDirectory.JournalName}");
        var bytes = 0L;
        foreach (var number in (await LogRecovery.ListAsync(disk, DataDirectory.JournalName)).Where(number => number >= end.File))
        {
            bytes += number == end.File ? await CutFileAsync(home, end) : await MoveFileAsync(home, number);
        }

        foreach (var directory in new[] { DataDirectory.StatesName, DataDirectory.SnapshotsName })
        {
            if (await disk.ExistsAsync(directory) && !await disk.ExistsAsync($"{home}/{directory}"))
            {
                await disk.RenameAsync(directory, $"{home}/{directory}");
            }
        }

        await disk.SyncDirectoryAsync(DataDirectory.JournalName);
        await disk.SyncDirectoryAsync($"{home}/{DataDirectory.JournalName}");
        await SyncAsync(home);
        await new SiteRecord { Term = leader.Term, Role = SiteRole.Follower, Begins = leader.Begins }.WriteAsync(disk);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"What this site recorded in term {record.Term} behind commit {end.Commit:N0} ({bytes:N0} bytes of its journal) and the leader of term {leader.Term} does not have lies in '{disk.Location}/{home}' now.");
    }

    private async ValueTask<long> MoveFileAsync(string home, uint number)
    {
        var path = LogFileName.In(DataDirectory.JournalName, number);
        long length;
        await using (var file = await disk.OpenAsync(path, DiskFileUse.Read))
        {
            length = await file.GetLengthAsync();
        }

        await disk.RenameAsync(path, $"{home}/{path}");
        return length;
    }

    /// <summary>Copies the file in which the histories part, and cuts it there.</summary>
    private async ValueTask<long> CutFileAsync(string home, LogChain end)
    {
        var path = LogFileName.In(DataDirectory.JournalName, end.File);
        await using var file = await disk.OpenAsync(path, DiskFileUse.Write);
        var length = await file.GetLengthAsync();
        if (length <= end.Length)
        {
            return 0;
        }

        await CopiedFiles.CopyAsync(file, disk, $"{home}/{path}");
        await file.TruncateAsync(end.Length);
        await file.FlushAsync();
        return length - end.Length;
    }

    /// <summary>A place for what is put aside: the same one when the command is repeated.</summary>
    private async ValueTask<string> NewHomeAsync(uint term, long? commit)
    {
        var home = $"{DirectoryName}/{AsideTail.NameOf(term, commit)}";
        await disk.CreateDirectoryAsync(home);
        return home;
    }

    private async ValueTask SyncAsync(string home)
    {
        await disk.SyncDirectoryAsync(home);
        await disk.SyncDirectoryAsync(DirectoryName);
        await disk.SyncDirectoryAsync("");
    }
}
