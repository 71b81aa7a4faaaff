using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Backups;

/// <summary>Finds out of the frame headers of a log which of its commits had been written at a time.</summary>
/// <param name="disk">Where the log is.</param>
/// <param name="directory">Its directory.</param>
/// <param name="first">The number of its first file.</param>
/// <param name="last">The number of its last file.</param>
internal sealed class LogTimeline(IDisk disk, string directory, uint first, uint last)
{
    /// <summary>
    /// Where the commits end that were all written by <paramref name="time"/>: the last file with any of them and its length up to there. The file before the
    /// first one where there is none.
    /// </summary>
    public async ValueTask<(uint File, long Length)> FindEndAsync(Instant time)
    {
        var end = (File: first - 1, Length: 0L);
        for (var number = first; number <= last; number++)
        {
            var isWhole = true;
            await foreach (var (header, frameEnd) in ReadAsync(number))
            {
                isWhole = header.Written <= time;
                if (!isWhole)
                {
                    return end;
                }

                end = header.Flags.HasFlag(FrameFlags.EndsCommit) ? (number, frameEnd) : end;
            }
        }

        return end;
    }

    /// <summary>When the log was closed in order for the first time; <see langword="null"/> where it never was.</summary>
    public async ValueTask<Instant?> FindFirstSealAsync()
    {
        for (var number = first; number <= last; number++)
        {
            await foreach (var (header, _) in ReadAsync(number))
            {
                if (header.Flags.HasFlag(FrameFlags.Seal))
                {
                    return header.Written;
                }
            }
        }

        return null;
    }

    private async IAsyncEnumerable<(FrameHeader Header, long End)> ReadAsync(uint number)
    {
        var path = LogFileName.In(directory, number);
        await using var file = await disk.OpenAsync(path, DiskFileUse.Read);
        var bytes = new byte[FrameHeader.Length];
        var salt = LogFileHeader.Read(bytes.AsSpan(0, await file.ReadAsync(0, bytes.AsMemory(0, LogFileHeader.Length)))) is ({ Salt: var found }, _, null)
            ? found
            : throw Segment.Damage(path, 0, "the file header does not match its checksum.");
        var length = await file.GetLengthAsync();
        for (var offset = (long)LogFileHeader.Length; offset < length;)
        {
            var read = await file.ReadAsync(offset, bytes);
            var (header, _, problem) = FrameHeader.Read(bytes.AsSpan(0, read), salt);
            if (problem is not null)
            {
                throw Segment.Damage(path, offset, problem.Found);
            }

            offset += FrameHeader.Length + header.PayloadLength;
            yield return (header, offset);
        }
    }
}
