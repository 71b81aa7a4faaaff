using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Limits;

namespace FinancialFirewall.Gateway.Unpacking;

/// <summary>What a decompressing stream gives, within limits; whatever stops it says why.</summary>
/// <param name="unpacked">The decompressing stream.</param>
/// <param name="packed">What it reads from.</param>
/// <param name="packing">How that is packed.</param>
/// <param name="limits">How much is unpacked.</param>
internal sealed class UnpackingStream(Stream unpacked, CountedStream packed, Packing packing, GatewayLimits limits) : Stream
{
    private long count;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            read = await unpacked.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            throw new UnpackingRefusedException(UnpackingErrors.Broken(packing));
        }

        count += read;
        return Excess() is { } error ? throw new UnpackingRefusedException(error) : read;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    private Error? Excess()
    {
        if (count > limits.MaximumUnpackedBytes)
        {
            return UnpackingErrors.TooLarge(limits.MaximumUnpackedBytes);
        }

        return count > limits.UnpackedBytesOfAnyRatio && count / limits.MaximumUnpackingRatio > packed.Count
            ? UnpackingErrors.TooDense(limits.MaximumUnpackingRatio)
            : null;
    }
}
