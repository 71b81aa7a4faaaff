using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Backups;

/// <summary>
/// Writes a cut as a stream: a tar archive of a backup with one point, whose catalogue comes last, so that a stream which was cut off is no backup. The files
/// are proved before they are sent.
/// </summary>
/// <param name="source">The data directory.</param>
/// <param name="cut">What to copy; its files stay as they are meanwhile.</param>
/// <param name="options">How.</param>
public sealed class BackupStream(IDisk source, DirectoryCut cut, BackupOptions options)
{
    /// <summary>Writes the archive. Refusals: <c>NO_DATA_DIRECTORY</c>, <c>KEYS_CHANGING</c>, <c>STORAGE_DAMAGED</c>.</summary>
    /// <exception cref="Damages.StorageDamageException">The data directory is not what the firewall wrote.</exception>
    /// <exception cref="IOException">The disk could not be read, the stream not written, or the files are held no longer.</exception>
    public async ValueTask<Result<BackupReport>> WriteAsync(Stream output, CancellationToken cancellationToken = default)
    {
        var found = await new SourceFiles(source, cut).FindAsync();
        if (!found.IsSuccess)
        {
            return Result.Failure<BackupReport>(found.Errors);
        }

        var (sources, directoryId, masterKeyId) = found.Value;
        sources = await ProveAsync(sources, cancellationToken);
        var copying = new FileCopying(options, sources.Sum(file => file.Length));
        var files = new List<BackupFile>();
        foreach (var file in sources)
        {
            files.Add(file.Kind == SourceFileKind.Catalogued
                ? new BackupFile(file.Path, 0, file.Length, Checksum.Of(file.Content.Span), file.Content)
                : await SendAsync(copying, file, output, cancellationToken));
        }

        files.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        var point = new BackupPoint(1, directoryId, masterKeyId, cut, files);
        await EndAsync(point, output, cancellationToken);
        return new BackupReport(point, copying.CopiedBytes, 0);
    }

    private async ValueTask<IReadOnlyList<SourceFile>> ProveAsync(IReadOnlyList<SourceFile> sources, CancellationToken cancellationToken)
    {
        var view = new DiskView(source.Location, sources.ToDictionary(
            file => file.Path,
            file => file.Kind == SourceFileKind.Catalogued ? DiskSlice.Of(file.Content) : DiskSlice.Of(source, file.Path, file.Length),
            StringComparer.Ordinal));
        var broken = await new BackupProof(view, cut).ProveAsync(static _ => true, cancellationToken);
        return [.. sources.Where(file => !broken.Contains(file.Path, StringComparer.Ordinal))];
    }

    private async ValueTask<BackupFile> SendAsync(FileCopying copying, SourceFile file, Stream output, CancellationToken cancellationToken)
    {
        await BeginAsync(BackupFile.StoredPathOf(file.Path, file.Identity), file.Length, output, cancellationToken);
        var crc = await copying.CopyAsync(source, file.Path, 0, file.Length, 0, (_, bytes) => output.WriteAsync(bytes, cancellationToken), cancellationToken);
        await PadAsync(file.Length, output, cancellationToken);
        return new BackupFile(file.Path, file.Identity, file.Length, crc, default);
    }

    private static async ValueTask EndAsync(BackupPoint point, Stream output, CancellationToken cancellationToken)
    {
        var catalogue = BackupCatalogue.ToBytes(point);
        await BeginAsync(BackupPoint.PathOf(point.Number), catalogue.Length, output, cancellationToken);
        await output.WriteAsync(catalogue, cancellationToken);
        await PadAsync(catalogue.Length, output, cancellationToken);
        await output.WriteAsync(new byte[2 * TarHeader.BlockBytes], cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    private static ValueTask BeginAsync(string name, long length, Stream output, CancellationToken cancellationToken)
    {
        var block = new byte[TarHeader.BlockBytes];
        new TarHeader(name, length).Write(block);
        return output.WriteAsync(block, cancellationToken);
    }

    private static ValueTask PadAsync(long length, Stream output, CancellationToken cancellationToken)
        => output.WriteAsync(new byte[TarHeader.PaddingOf(length)], cancellationToken);
}
