using Microsoft.Win32.SafeHandles;

namespace FinancialFirewall.Storage.Disks;

/// <summary>What a file that is written from front to back has in memory: the system is told to let go of what is on disk and was not written lately. For one caller at a time.</summary>
/// <param name="file">The file.</param>
/// <param name="kept">How many of its last bytes stay, for those who read what is new.</param>
internal sealed class WrittenPages(SafeFileHandle file, long kept)
{
    /// <summary>How much is written before it goes to the disk, and how much is let go of at once, in bytes.</summary>
    public const int StepBytes = 8 * 1024 * 1024;

    private long released;
    private long unflushed;
    private long end;

    /// <summary>Whether so much is not on disk yet that it should go there now and not all in the end.</summary>
    public bool ShouldFlush => unflushed >= StepBytes;

    /// <summary>Notes that something was written.</summary>
    public void Wrote(long offset, long length)
    {
        unflushed += length;
        end = Math.Max(end, offset + length);
    }

    /// <summary>Notes that everything written is on disk.</summary>
    public void Flushed()
    {
        unflushed = 0;
        if (end - kept - released >= StepBytes)
        {
            PageCache.Release(file, released, end - kept);
            released = end - kept;
        }
    }
}
