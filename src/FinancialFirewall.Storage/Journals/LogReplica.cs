using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Journals;

/// <summary>
/// The write end of a log that is a copy of another site's: it takes the bytes of that log as they are, file by file, and each piece counts once it is flushed and
/// proved like at a recovery. For one caller at a time.
/// </summary>
/// <param name="setup">What the log is given to work with.</param>
/// <param name="index">Where readers find what was added.</param>
/// <param name="completed">The files that go on no more.</param>
/// <param name="advance">Learns where the log ends.</param>
/// <param name="end">Where the log ends now.</param>
internal sealed class LogReplica(CommitLogSetup setup, JournalIndex index, CompletedFiles completed, Action<LogChain> advance, LogChain end)
{
    /// <summary>Where the log ends: everything before it is on disk, proved and found.</summary>
    public LogChain End { get; private set; } = end;

    /// <summary>Adds whole commits, or the beginning of the next file. They survive a loss of power when the task completes.</summary>
    /// <exception cref="StorageDamageException">The bytes are not what continues the log; those up to the last commit that does were added, and nothing else.</exception>
    /// <exception cref="IOException">The disk could not keep them.</exception>
    public async ValueTask AppendAsync(LogPiece piece)
    {
        var isNewFile = piece.Offset == 0;
        if ((piece.File, piece.Offset) != (isNewFile ? (End.File + 1, 0L) : (End.File, End.Length)))
        {
            throw Damaged(piece, $"file {piece.File} from byte {piece.Offset} on does not continue file {End.File} of {End.Length} bytes.");
        }

        await WriteAsync(piece, isNewFile);
        var walk = new LogFileWalk(
            setup.Disk, setup.Directory, setup.Keys, piece.File, isLast: true, isNewFile ? End : null, new RecoveryVisitor(setup, index));
        var found = isNewFile ? await walk.RunAsync(CancellationToken.None) : await walk.ContinueAsync(End, CancellationToken.None);
        await AdvanceAsync(piece, found, isNewFile);
    }

    private async ValueTask WriteAsync(LogPiece piece, bool isNewFile)
    {
        var path = LogFileName.In(setup.Directory, piece.File);
        if (isNewFile)
        {
            await setup.Disk.DeleteAsync(path);
        }

        await using (var file = isNewFile ? await setup.Disk.CreateAsync(path, DiskFileUse.Write) : await setup.Disk.OpenAsync(path, DiskFileUse.Write))
        {
            await file.WriteAsync(piece.Offset, [piece.Bytes]);
            await file.FlushAsync();
        }

        if (isNewFile)
        {
            await setup.Disk.SyncDirectoryAsync(setup.Directory);
        }
    }

    private async ValueTask AdvanceAsync(LogPiece piece, LogFileFindings found, bool isNewFile)
    {
        var isWhole = found.Damage is null && found.End.File == piece.File && found.End.Length == piece.Offset + piece.Bytes.Length;
        if (!isWhole)
        {
            await CutAsync(piece, found, isNewFile);
        }

        if (found.End.File == piece.File)
        {
            if (isNewFile && End.File > 0)
            {
                completed.Add(End);
            }

            End = found.End;
            lock (index.Access)
            {
                advance(End);
            }
        }

        if (!isWhole)
        {
            throw Damaged(piece, found.Damage?.Found ?? found.TornTail?.Found ?? "its last commit is not whole.");
        }
    }

    /// <summary>Takes away what was written behind the last commit that continues the log.</summary>
    private async ValueTask CutAsync(LogPiece piece, LogFileFindings found, bool isNewFile)
    {
        var path = LogFileName.In(setup.Directory, piece.File);
        if (isNewFile && found.End.File != piece.File)
        {
            await setup.Disk.DeleteAsync(path);
            await setup.Disk.SyncDirectoryAsync(setup.Directory);
            return;
        }

        await using var file = await setup.Disk.OpenAsync(path, DiskFileUse.Write);
        await file.TruncateAsync(found.End.Length);
        await file.FlushAsync();
    }

    private StorageDamageException Damaged(LogPiece piece, string problem) => new(new StorageDamage(
        LogFileName.In(setup.Directory, piece.File), piece.Offset, $"what the leader sent does not continue this log: {problem}", "Nothing of it was taken; look at the leader's log and disk."));
}
