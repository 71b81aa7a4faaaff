using System.Globalization;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Replication;

/// <summary>A file of the other site, to read from.</summary>
internal sealed class RemoteFile(SiteCaller caller, string path, long length) : IDiskFile
{
    private const int PieceBytes = 4 * 1024 * 1024;

    /// <inheritdoc/>
    public string Path => path;

    /// <inheritdoc/>
    public ValueTask<long> GetLengthAsync() => new(length);

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer)
    {
        var read = 0;
        while (read < buffer.Length)
        {
            var wanted = Math.Min(PieceBytes, buffer.Length - read);
            var found = await caller.AskAsync(
                SiteQuestion.Read, string.Create(CultureInfo.InvariantCulture, $"{offset + read} {wanted} {path}"), CancellationToken.None);
            if (!found.IsSuccess)
            {
                throw new FileNotFoundException($"'{path}' of the other site: {found.Errors[0].Message}");
            }

            if (found.Value.Length == 0)
            {
                break;
            }

            found.Value.CopyTo(buffer[read..]);
            read += found.Value.Length;
        }

        return read;
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(long offset, IReadOnlyList<ReadOnlyMemory<byte>> buffers) => throw ReadOnly();

    /// <inheritdoc/>
    public ValueTask FlushAsync() => throw ReadOnly();

    /// <inheritdoc/>
    public ValueTask TruncateAsync(long length) => throw ReadOnly();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static InvalidOperationException ReadOnly() => new("The other site is only read.");
}
