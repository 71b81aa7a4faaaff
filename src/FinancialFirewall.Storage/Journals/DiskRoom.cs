using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Journals;

/// <summary>
/// Whether the disk has room for more, looked at while writing and, since others fill it too, when the last look is old, so that appending need not ask as long as there
/// is enough.
/// </summary>
/// <param name="disk">The disk.</param>
/// <param name="minimumBytes">With less than this, appends are refused.</param>
/// <param name="freeBytes">How much was free at the start.</param>
/// <param name="time">Tells how old a look is.</param>
internal sealed class DiskRoom(IDisk disk, long minimumBytes, long freeBytes, TimeProvider time)
{
    /// <summary>Who writes looks in time, so that who appends after a pause alone has to wait for a look.</summary>
    private static readonly TimeSpan AgeForWriters = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(2);

    /// <summary>After how many written bytes the disk is asked again at the soonest.</summary>
    private const long Stride = 1024 * 1024;

    /// <summary>Which part of the room that is left may be written before the disk is asked again.</summary>
    private const int PartUnseen = 16;

    private long free = freeBytes;
    private long bytesAtLastLook;
    private long lastLook = time.GetTimestamp();

    /// <summary>Why nothing can be appended; <see langword="null"/> where there is room.</summary>
    public async ValueTask<Error?> CheckAsync()
    {
        if (Volatile.Read(ref free) >= minimumBytes && time.GetElapsedTime(Volatile.Read(ref lastLook)) < MaximumAge)
        {
            return null;
        }

        var now = await LookAsync();
        return now < minimumBytes ? JournalErrors.DiskFull(disk.Location, now, minimumBytes) : null;
    }

    /// <summary>Looks at the disk again once enough was written since the last look.</summary>
    /// <param name="writtenBytes">How many bytes were written in all.</param>
    public async ValueTask LookAsync(long writtenBytes)
    {
        if (writtenBytes - bytesAtLastLook >= Math.Max(Stride, (free - minimumBytes) / PartUnseen) || time.GetElapsedTime(lastLook) >= AgeForWriters)
        {
            bytesAtLastLook = writtenBytes;
            await LookAsync();
        }
    }

    private async ValueTask<long> LookAsync()
    {
        var now = await disk.GetFreeBytesAsync();
        Volatile.Write(ref free, now);
        Volatile.Write(ref lastLook, time.GetTimestamp());
        return now;
    }
}
