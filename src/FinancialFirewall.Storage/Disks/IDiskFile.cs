namespace FinancialFirewall.Storage.Disks;

/// <summary>
/// An open file. Reads may overlap anything; writes, truncations and flushes of one file are asked for one after the other by its one owner.
/// Disposing closes the file without flushing it.
/// </summary>
public interface IDiskFile : IAsyncDisposable
{
    /// <summary>The path inside the disk.</summary>
    string Path { get; }

    /// <summary>The length in bytes, written but not yet flushed bytes included.</summary>
    ValueTask<long> GetLengthAsync();

    /// <summary>Fills <paramref name="buffer"/> from <paramref name="offset"/> on; fewer bytes than asked for means the end of the file.</summary>
    /// <exception cref="IOException">The disk could not read.</exception>
    ValueTask<int> ReadAsync(long offset, Memory<byte> buffer);

    /// <summary>Writes the buffers one behind the other from <paramref name="offset"/> on. They must stay unchanged until the write is done.</summary>
    /// <exception cref="DiskFullException">There is no room.</exception>
    /// <exception cref="IOException">The disk could not write; how much of it is there is unknown.</exception>
    ValueTask WriteAsync(long offset, IReadOnlyList<ReadOnlyMemory<byte>> buffers);

    /// <summary>Completes when everything written so far survives a loss of power (<c>fsync</c>).</summary>
    /// <exception cref="IOException">The disk could not flush; what was written since the last flush may be lost, and flushing again proves nothing.</exception>
    ValueTask FlushAsync();

    /// <summary>Writes as <see cref="WriteAsync"/> does, and completes when everything written so far survives a loss of power.</summary>
    /// <exception cref="DiskFullException">There is no room.</exception>
    /// <exception cref="IOException">The disk could not write or flush; how much of it is there is unknown.</exception>
    async ValueTask WriteThroughAsync(long offset, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        await WriteAsync(offset, buffers);
        await FlushAsync();
    }

    /// <summary>Cuts the file to <paramref name="length"/> bytes.</summary>
    /// <exception cref="IOException">The disk could not cut.</exception>
    ValueTask TruncateAsync(long length);
}
