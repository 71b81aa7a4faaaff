using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Journals;

/// <summary>The sizes of a commit log, in bytes.</summary>
public sealed record CommitLogOptions
{
    /// <summary>A file that has reached this length is followed by a new one. Default: 256 MiB.</summary>
    public long FileBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>
    /// A file that was begun so long ago is followed by a new one, so that what a quiet firewall records moves into segments, and is removed in its time, too.
    /// Default: 30 days.
    /// </summary>
    public TimeSpan FileAge { get; init; } = TimeSpan.FromDays(30);

    /// <summary>A file that has no nonces left for the next commit is followed by a new one. Default, and at most: 2^32, one for each frame and run.</summary>
    public long FileNonces { get; init; } = NonceSequence.Maximum;

    /// <summary>How much can be appended and reserved before it is on disk; also the largest batch. Default: 32 MiB, at most 512 MiB.</summary>
    public int BufferBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>How many callers may wait for room; the next is refused. Default: 65,536.</summary>
    public int MaximumWaiters { get; init; } = 65_536;

    /// <summary>With less room than this on the disk, reservations are refused, so that the journal does not fail. Default: 64 MiB.</summary>
    public long MinimumFreeBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>How many log files are kept open for reading. Default: 64.</summary>
    public int MaximumOpenFiles { get; init; } = 64;

    /// <summary>How much memory takes what was read of the log lately, a record at a time. Default: 8 MiB.</summary>
    public int CacheBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>How many complete log files may wait to be moved into segments; with more, reservations wait. Default: 16.</summary>
    public int MaximumWaitingFiles { get; init; } = 16;

    internal void Check()
    {
        if (FileBytes < 1_024 || FileNonces is < 1 or > NonceSequence.Maximum || BufferBytes is < 1_024 or > 512 * 1024 * 1024
            || MaximumWaiters < 1 || MaximumOpenFiles < 1 || MaximumWaitingFiles < 1 || CacheBytes < 0 || FileAge <= TimeSpan.Zero)
        {
            throw new InvalidOperationException(
                $"{this} cannot work: files and buffer take at least 1 KiB, a file 1 to 2^32 nonces, the buffer at most 512 MiB, and at least one caller waits, one file is open and one waits to be moved; a file has an age, and a cache no fewer than 0 bytes.");
        }
    }
}
