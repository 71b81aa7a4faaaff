using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Segments;

/// <summary>Writes the file of a segment from front to back. What is added lies in memory until <see cref="DrainAsync"/> writes it.</summary>
internal sealed class SegmentFileWriter : IAsyncDisposable
{
    private const int DrainBytes = 1024 * 1024;

    private readonly IDisk disk;
    private readonly string directory;
    private readonly string path;
    private readonly SegmentHeader header;
    private readonly PackedWriter pending = new();
    private readonly BlockCodec codec;
    private readonly NonceSequence nonces;
    private readonly StopSignal stopping;
    private readonly WorkPace pace;
    private readonly UrgentMoves? before;
    private IDiskFile? file;
    private long written;

    /// <summary>Begins a file; one of that name is replaced, and nothing touches the disk before the first bytes are written.</summary>
    /// <param name="setup">Disk, directory and keys.</param>
    /// <param name="path">The path of the file, in the directory of its tenant.</param>
    /// <param name="header">What it is.</param>
    /// <param name="before">What goes before it whenever it is due; <see langword="null"/> for nothing.</param>
    public SegmentFileWriter(SegmentStoreSetup setup, string path, SegmentHeader header, UrgentMoves? before = null)
    {
        (disk, directory, this.path, stopping, pace) = (setup.Disk, setup.Directory, path, setup.Stopping, setup.Pace);
        (codec, nonces) = (new BlockCodec(setup.Keys, header.Tenant), new NonceSequence(setup.NextRandom()));
        (this.header, this.before) = (header, before);
        header.Write(pending.Take(SegmentHeader.Length));
    }

    /// <summary>Where the next block begins.</summary>
    public long Position => written + pending.Length;

    /// <summary>Adds a block and returns its length.</summary>
    public int Add(BlockKind kind, ReadOnlySpan<byte> raw, bool packs = true)
        => codec.Seal(kind, raw, packs, new BlockPlace(header.FirstFile, header.LastFile, Position), nonces, pending);

    /// <summary>Adds a block that is sealed already.</summary>
    public void AddSealed(ReadOnlySpan<byte> block) => pending.Bytes(block);

    /// <summary>Writes what was added, where that is worth it, and lets others have their turn.</summary>
    /// <exception cref="OperationCanceledException">The writing of segments is to end.</exception>
    public ValueTask DrainAsync()
    {
        stopping.ThrowIfSet();
        if (before is { AreDue: true })
        {
            return before.RunAsync();
        }

        return pending.Length >= DrainBytes ? WriteAsync() : pace.RestAsync();
    }

    /// <summary>Completes the file with its footer, flushes and closes it.</summary>
    /// <returns>Its length, and the checksum of its trailer.</returns>
    public async ValueTask<(long Length, uint Crc)> FinishAsync(ReadOnlyMemory<byte> footer)
    {
        var crc = AddFooter(footer.Span);
        await WriteAsync();
        await file!.FlushAsync();
        await DisposeAsync();
        return (written, crc);
    }

    public async ValueTask DisposeAsync()
    {
        if (file is not null)
        {
            await file.DisposeAsync();
            file = null;
        }
    }

    private uint AddFooter(ReadOnlySpan<byte> footer)
    {
        var (offset, start) = (Position, pending.Length);
        var length = Add(BlockKind.Footer, footer);
        var footerCrc = Checksum.Of(pending.Written.Slice(start, length));
        return new SegmentTrailer(offset, length).Write(pending.Take(SegmentTrailer.Length), footerCrc);
    }

    private async ValueTask CreateHomeAsync(string home)
    {
        if (!await disk.ExistsAsync(home))
        {
            await disk.CreateDirectoryAsync(home);
            await disk.SyncDirectoryAsync(directory);
        }
    }

    private async ValueTask WriteAsync()
    {
        if (file is null)
        {
            await CreateHomeAsync(path[..path.LastIndexOf('/')]);
            await disk.DeleteAsync(path);
            file = await disk.CreateAsync(path, DiskFileUse.WriteOnce);
        }

        await file.WriteAsync(written, [pending.WrittenMemory]);
        written += pending.Length;
        pending.Clear();
    }
}
