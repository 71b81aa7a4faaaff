using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Journals;

/// <summary>The write end of a log: continues its chain, and starts a file when there is none of this process or the last one is full.</summary>
internal sealed class LogWriter(CommitLogSetup setup, LogChain end, CompletedFiles completed) : IAsyncDisposable
{
    private IDiskFile? file;
    private LogChain chain = end;
    private LogFileSeal? seal;
    private NonceSequence? nonces;
    private DateTimeOffset began;
    private long filesStarted;
    private long flushes;
    private long bytes;
    private TimeSpan flushTime;
    private TimeSpan longestFlush;

    /// <summary>Where the log ends, the commit that is being written not counted.</summary>
    public LogChain End => chain;

    /// <summary>The file that is or would be written, and where.</summary>
    public (string File, long Offset) Place
        => file is null ? (LogFileName.In(setup.Directory, chain.File + 1), 0) : (file.Path, chain.Length);

    private bool IsFull => chain.Length >= setup.Options.FileBytes || setup.Time.GetUtcNow() - began >= setup.Options.FileAge;

    /// <summary>Puts a group on disk.</summary>
    /// <returns>Where it begins.</returns>
    public async ValueTask<(uint File, long Offset)> WriteAsync(CommitGroup group)
    {
        await group.PrepareAsync(setup.Keys);
        if (file is null || IsFull || nonces!.Remaining < group.NonceCount)
        {
            await StartFileAsync();
        }

        var start = (chain.File, chain.Length);
        var (buffers, crc) = group.Finish(Instant.From(setup.Time.GetUtcNow()), chain.Crc, seal!, nonces!, setup.Follower);
        await AppendAsync(buffers, crc, group.Commit);
        return start;
    }

    /// <summary>Begins a new file, so that everything before it is in complete files.</summary>
    /// <returns>The number of the last complete file; 0 where there never was one.</returns>
    public async ValueTask<uint> CompleteFileAsync()
    {
        var last = chain.File;
        if (file is not null)
        {
            await StartFileAsync();
        }

        return last;
    }

    /// <summary>Marks the file as complete, where this process has one.</summary>
    public async ValueTask SealAsync()
    {
        if (file is null)
        {
            return;
        }

        var frame = new byte[FrameHeader.Length];
        var header = new FrameHeader(
            0, 0, chain.Commit + 1, 0, FrameFlags.EndsCommit | FrameFlags.Seal, Instant.From(setup.Time.GetUtcNow()), chain.Crc, 0, default);
        var crc = header.Write(frame, seal!.Salt);
        await AppendAsync([frame], crc, header.Commit);
    }

    /// <summary>The counters, with what the caller counted.</summary>
    public JournalCounters Count(long commits, long records) => new(commits, flushes, bytes, records, flushTime, longestFlush, filesStarted);

    public async ValueTask DisposeAsync()
    {
        if (file is not null)
        {
            await file.DisposeAsync();
        }
    }

    private async ValueTask StartFileAsync()
    {
        if (file is not null)
        {
            await file.DisposeAsync();
            file = null;
            completed.Add(chain);
        }

        began = setup.Time.GetUtcNow();
        var number = checked(chain.File + 1);
        var header = new byte[LogFileHeader.Length];
        nonces = new NonceSequence(PlantedBugs.ReuseNonce ? 7 : setup.NextSalt(), setup.Options.FileNonces);
        var crc = new LogFileHeader(number, chain.Crc, Instant.From(setup.Time.GetUtcNow()), chain.Length, chain.Commit + 1, nonces.Prefix, setup.Term).Write(header);
        seal = new LogFileSeal(header);
        file = await setup.Disk.CreateAsync(LogFileName.In(setup.Directory, number), DiskFileUse.Append);
        chain = new LogChain(number, 0, crc, chain.Commit);
        filesStarted++;
        await AppendAsync([header], crc, chain.Commit);
        await (PlantedBugs.SkipLogName ? ValueTask.CompletedTask : setup.Disk.SyncDirectoryAsync(setup.Directory));
    }

    private async ValueTask AppendAsync(IReadOnlyList<ReadOnlyMemory<byte>> buffers, uint crc, long commit)
    {
        var before = setup.Time.GetTimestamp();
        await (PlantedBugs.SkipLogFlush ? file!.WriteAsync(chain.Length, buffers) : file!.WriteThroughAsync(chain.Length, buffers));
        var took = setup.Time.GetElapsedTime(before);
        var length = 0L;
        foreach (var buffer in buffers)
        {
            length += buffer.Length;
        }

        chain = new LogChain(chain.File, chain.Length + length, crc, commit);
        (flushes, bytes, flushTime) = (flushes + 1, bytes + length, flushTime + took);
        longestFlush = took > longestFlush ? took : longestFlush;
    }
}
