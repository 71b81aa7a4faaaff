using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Backups;

/// <summary>Copies bytes at the pace that was asked for, and takes their checksum on the way.</summary>
/// <param name="options">Pace and progress.</param>
/// <param name="totalBytes">The length of everything.</param>
internal sealed class FileCopying(BackupOptions options, long totalBytes)
{
    private const int PieceBytes = 1024 * 1024;

    private readonly byte[] piece = new byte[PieceBytes];
    private long doneBytes;

    /// <summary>How many bytes were copied.</summary>
    public long CopiedBytes { get; private set; }

    /// <summary>Counts what needs no copying.</summary>
    public void Skip(string path, long bytes) => Report(path, bytes);

    /// <summary>Copies from <paramref name="offset"/> up to <paramref name="length"/>.</summary>
    /// <param name="from">Where the bytes are.</param>
    /// <param name="path">The file that has them.</param>
    /// <param name="offset">The first byte.</param>
    /// <param name="length">The end.</param>
    /// <param name="crc">The checksum of the bytes before <paramref name="offset"/>.</param>
    /// <param name="write">Takes the bytes, each time with their offset.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The checksum of everything up to <paramref name="length"/>.</returns>
    public async ValueTask<uint> CopyAsync(
        IDisk from, string path, long offset, long length, uint crc, Func<long, ReadOnlyMemory<byte>, ValueTask> write, CancellationToken cancellationToken)
    {
        await using var source = await from.OpenAsync(path, DiskFileUse.Read);
        while (offset < length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var bytes = piece.AsMemory(0, (int)Math.Min(piece.Length, length - offset));
            if (options.Pace is { } pace)
            {
                await pace(bytes.Length, cancellationToken);
            }

            if (await source.ReadAsync(offset, bytes) < bytes.Length)
            {
                throw Segment.Damage(path, offset, $"the file ends before its byte {length}, which was written once.");
            }

            await write(offset, bytes);
            crc = Checksum.Of(bytes.Span, crc);
            offset += bytes.Length;
            CopiedBytes += bytes.Length;
            Report(path, bytes.Length);
        }

        return crc;
    }

    /// <summary>The checksum of the first bytes of a file.</summary>
    public async ValueTask<uint> MeasureAsync(IDisk disk, string path, long length, CancellationToken cancellationToken)
    {
        var copied = CopiedBytes;
        var crc = await CopyAsync(disk, path, 0, length, 0, static (_, _) => ValueTask.CompletedTask, cancellationToken);
        CopiedBytes = copied;
        return crc;
    }

    private void Report(string path, long bytes)
    {
        doneBytes += bytes;
        options.Progress?.Report(new BackupProgress(path, doneBytes, totalBytes));
    }
}
