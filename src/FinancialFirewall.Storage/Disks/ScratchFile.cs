namespace FinancialFirewall.Storage.Disks;

/// <summary>A file of a <see cref="ScratchDisk"/>: flushing it completes at once.</summary>
/// <param name="file">The file itself.</param>
internal sealed class ScratchFile(IDiskFile file) : IDiskFile
{
    public string Path => file.Path;

    public ValueTask<long> GetLengthAsync() => file.GetLengthAsync();

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer) => file.ReadAsync(offset, buffer);

    public ValueTask WriteAsync(long offset, IReadOnlyList<ReadOnlyMemory<byte>> buffers) => file.WriteAsync(offset, buffers);

    public ValueTask FlushAsync() => ValueTask.CompletedTask;

    public ValueTask TruncateAsync(long length) => file.TruncateAsync(length);

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
