using System.Globalization;
using System.Text;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Sealing;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Storage.Replication;

/// <summary>The files of a leader, for its follower: pieces of both logs, and everything that a copy of the directory consists of. Nothing of it is a key in clear.</summary>
internal sealed class LeaderFiles(DataDirectory directory, SiteRecord record, SiteOptions options, uint lastFile)
{
    private const int PieceBytes = 4 * 1024 * 1024;
    private const int MaximumRead = 4 * 1024 * 1024;

    private static readonly string[] Shown =
        [DataDirectory.JournalName, DataDirectory.SegmentsName, DataDirectory.StatesName, DataDirectory.SnapshotsName, Keyring.DirectoryName, PersonKeyStore.DirectoryName];

    private readonly HoldingDisk disk = directory.Held.Disk;
    private readonly LogPieces pieces = new(directory.Held.Disk, PieceBytes);
    private readonly Lock access = new();
    private SiteRecord current = record;
    private uint keptFrom = record.KeepFrom == 0 ? lastFile : record.KeepFrom;
    private uint keptTo = lastFile;
    private DirectoryHold? copied;
    private int isReleasing;

    /// <summary>Where the states' log ends that counts.</summary>
    public (uint Generation, LogChain End) States()
    {
        var generation = directory.StateLog.Current;
        return (generation.Number, generation.Log.HoldStill(static end => end));
    }

    /// <summary>Keeps a log file of the journal from being deleted, and those before it that the follower may need.</summary>
    public void Keep(uint file)
    {
        lock (access)
        {
            for (; keptTo < file; keptTo++)
            {
                directory.Held.ForFollower.Add(LogFileName.In(DataDirectory.JournalName, keptTo + 1));
            }
        }
    }

    /// <summary>What a follower needs next, the states before the journal: no record comes to it before the states that were there when it was written.</summary>
    /// <returns>At most one piece of each log, or <c>SITE_DIVERGED</c> or <c>SITE_TOO_FAR_BEHIND</c>.</returns>
    /// <exception cref="IOException">The disk could not be read.</exception>
    public async ValueTask<Result<IReadOnlyList<SentPiece>>> ReadAsync(SitePosition after, SitePosition end)
    {
        try
        {
            return await FindAsync(after, end);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // A generation of states was replaced, or a log file let go, between looking and reading: the next question finds what is there then.
            return Result.Success<IReadOnlyList<SentPiece>>([]);
        }
    }

    /// <summary>The follower has everything before a log file; 0 where that is not known, and only what is too much is let go.</summary>
    /// <exception cref="IOException">The disk could not delete the files, or keep the note of it.</exception>
    public async ValueTask ReleaseBeforeAsync(uint file)
    {
        var limit = Math.Max(file, keptTo - Math.Min(keptTo, (uint)options.MaximumKeptFiles));
        if ((limit <= keptFrom && (file == 0 || current.KeepFrom != 0)) || Interlocked.Exchange(ref isReleasing, 1) != 0)
        {
            return;
        }

        try
        {
            for (; keptFrom < limit; keptFrom++)
            {
                await directory.Held.ForFollower.RemoveAsync(LogFileName.In(DataDirectory.JournalName, keptFrom));
            }

            current = current with { KeepFrom = Math.Max(1, keptFrom) };
            await current.WriteAsync(disk);
        }
        finally
        {
            Volatile.Write(ref isReleasing, 0);
        }
    }

    /// <summary>Nobody copies the directory any longer.</summary>
    /// <exception cref="IOException">The disk could not delete what was kept for it.</exception>
    public async ValueTask<Result<ReadOnlyMemory<byte>>> EndCopyAsync()
    {
        await (Interlocked.Exchange(ref copied, null)?.DisposeAsync() ?? ValueTask.CompletedTask);
        return Result.Success<ReadOnlyMemory<byte>>(default);
    }

    /// <summary>Answers a question about files.</summary>
    public async ValueTask<Result<ReadOnlyMemory<byte>>> AnswerAsync(SiteQuestion asked, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return asked.Verb switch
            {
                SiteQuestion.Copy => await HoldAsync(),
                SiteQuestion.Copied => await EndCopyAsync(),
                SiteQuestion.Persons => await KeepPersonsAsync(),
                SiteQuestion.List => await ListAsync(asked.Words),
                SiteQuestion.Read => await ReadAsync(asked.Words),
                _ => SiteErrors.NotUnderstood(),
            };
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return SiteErrors.NoFile(asked.Words);
        }
    }

    private static bool IsShown(string path) => (path is DirectoryManifest.FileName or SiteRecord.FileName
        || Array.Exists(Shown, directory => path == directory || path.StartsWith(directory + "/", StringComparison.Ordinal)))
        && !path.Contains("..", StringComparison.Ordinal);

    private async ValueTask<Result<IReadOnlyList<SentPiece>>> FindAsync(SitePosition after, SitePosition end)
    {
        if (after.Generation > end.Generation)
        {
            return SiteErrors.Diverged("log of states");
        }

        var known = after.Generation == end.Generation ? after.States : default;
        var (states, piece) = await pieces.ReadAsync(DirectoryCut.StatesDirectoryOf(end.Generation), known, end.States);
        if (Refusal(states, "log of states") is { } refusal)
        {
            return refusal;
        }

        var found = new List<SentPiece>();
        if (piece is not null)
        {
            found.Add(new SentPiece(end.Generation, piece));
        }

        var hasStates = piece is null || (piece.File, piece.Offset + piece.Bytes.Length) == (end.States.File, end.States.Length);
        var (journal, next) = await pieces.ReadAsync(DataDirectory.JournalName, after.Journal, end.Journal);
        if (next is not null && hasStates)
        {
            found.Add(new SentPiece(0, next));
        }

        return Refusal(journal, DataDirectory.JournalName) is { } other ? other : found;
    }

    private static Error? Refusal(LogPieceOutcome outcome, string log) => outcome switch
    {
        LogPieceOutcome.Diverged => SiteErrors.Diverged(log),
        LogPieceOutcome.Gone => SiteErrors.TooFarBehind(log),
        _ => null,
    };

    private async ValueTask<Result<ReadOnlyMemory<byte>>> HoldAsync()
    {
        await EndCopyAsync();
        copied = await directory.HoldAsync();
        return Result.Success<ReadOnlyMemory<byte>>(Encoding.UTF8.GetBytes(copied.Cut.ToText()));
    }

    private async ValueTask<Result<ReadOnlyMemory<byte>>> KeepPersonsAsync()
    {
        await directory.Archived.Worker.RunAfterAsync(0, async () =>
        {
            foreach (var tenant in directory.Journal.GetTenants())
            {
                await directory.Archived.Persons.KeepAsync(tenant);
            }
        });
        return Result.Success<ReadOnlyMemory<byte>>(default);
    }

    private async ValueTask<Result<ReadOnlyMemory<byte>>> ListAsync(string path)
    {
        if (!IsShown(path))
        {
            return SiteErrors.NoFile(path);
        }

        var lines = (await disk.ListAsync(path)).Select(entry => string.Create(CultureInfo.InvariantCulture, $"{(entry.IsDirectory ? 1 : 0)} {entry.Length} {entry.Name}"));
        return Result.Success<ReadOnlyMemory<byte>>(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }

    private async ValueTask<Result<ReadOnlyMemory<byte>>> ReadAsync(string words)
    {
        if (words.Split(' ', 3) is not [var start, var count, var path] || !IsShown(path)
            || !long.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            return SiteErrors.NoFile(words);
        }

        await using var file = await disk.OpenAsync(path, DiskFileUse.Read);
        var bytes = new byte[(int)Math.Min(Math.Min(length, MaximumRead), Math.Max(0, await file.GetLengthAsync() - offset))];
        return Result.Success<ReadOnlyMemory<byte>>(bytes.AsMemory(0, await file.ReadAsync(offset, bytes)));
    }
}
