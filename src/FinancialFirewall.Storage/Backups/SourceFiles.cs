using System.Buffers.Binary;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Segments;
using FinancialFirewall.Storage.Snapshots;

namespace FinancialFirewall.Storage.Backups;

/// <summary>Finds the files that a cut through a data directory consists of.</summary>
internal sealed class SourceFiles(IDisk disk, DirectoryCut cut)
{
    private readonly List<SourceFile> files = [];

    /// <summary>The files in the order in which they are best copied, with the directory's id and the name of its master key.</summary>
    /// <exception cref="IOException">The disk could not be read, or a file is gone: the hold on it has ended.</exception>
    public async ValueTask<Result<(IReadOnlyList<SourceFile> Files, string DirectoryId, string MasterKeyId)>> FindAsync()
    {
        var manifest = await DirectoryManifest.ReadAsync(disk);
        if (!manifest.IsSuccess || manifest.Value is null)
        {
            return manifest.IsSuccess ? BackupErrors.NoDataDirectory(disk.Location) : Result.Failure<(IReadOnlyList<SourceFile>, string, string)>(manifest.Errors);
        }

        var keys = await new KeyFileCopies(disk).ReadAsync();
        if (!keys.IsSuccess)
        {
            return Result.Failure<(IReadOnlyList<SourceFile>, string, string)>(keys.Errors);
        }

        files.Add(SourceFile.InCatalogue(DirectoryManifest.FileName, await ReadAsync(DirectoryManifest.FileName)));
        files.AddRange(keys.Value.Files.Select(file => SourceFile.InCatalogue(file.Path, file.Bytes)));
        files.Add(SourceFile.InCatalogue($"{DataDirectory.SegmentsName}/{SegmentManifest.FileName}", cut.Segments.ToBytes()));
        files.AddRange(await PersonFiles.ReadAsync(disk));
        await AddSnapshotsAsync();
        files.AddRange(cut.Segments.Segments.Select(entry => new SourceFile(CutTaking.PathOf(entry), entry.Crc, entry.Length, SourceFileKind.Segment, default)));
        await AddLogAsync(DataDirectory.JournalName, cut.Segments.Moved.File + 1, cut.Journal);
        await AddLogAsync(cut.StatesDirectory, 1, cut.States);
        return (files, manifest.Value.Id, keys.Value.MasterKeyId);
    }

    private async ValueTask AddLogAsync(string directory, uint first, LogChain end)
    {
        for (var number = first; number <= end.File; number++)
        {
            var path = LogFileName.In(directory, number);
            await using var file = await disk.OpenAsync(path, DiskFileUse.Read);
            var header = new byte[LogFileHeader.Length];
            var read = await file.ReadAsync(0, header);
            var (_, crc, problem) = LogFileHeader.Read(header.AsSpan(0, read));
            if (problem is not null)
            {
                throw Segment.Damage(path, 0, problem.Found);
            }

            files.Add(new(path, crc, number == end.File ? end.Length : await file.GetLengthAsync(), SourceFileKind.Log, default));
        }
    }

    private async ValueTask AddSnapshotsAsync()
    {
        foreach (var path in cut.Snapshots)
        {
            // One that was deleted between its listing and the cut is not missed.
            if (!await disk.ExistsAsync(path))
            {
                continue;
            }

            await using var file = await disk.OpenAsync(path, DiskFileUse.Read);
            var header = new byte[SnapshotHeader.Length];
            if (await file.ReadAsync(0, header) == header.Length)
            {
                var identity = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(SnapshotHeader.Length - sizeof(uint)));
                files.Add(new(path, identity, await file.GetLengthAsync(), SourceFileKind.Snapshot, default));
            }
        }
    }

    private async ValueTask<byte[]> ReadAsync(string path)
    {
        await using var file = await disk.OpenAsync(path, DiskFileUse.Read);
        var bytes = new byte[await file.GetLengthAsync()];
        return bytes[..await file.ReadAsync(0, bytes)];
    }
}
