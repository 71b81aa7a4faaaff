using FinancialFirewall.Gateway.Bodies;

namespace FinancialFirewall.Gateway.Iso20022;

/// <summary>
/// Gives an XML reader what has arrived, and never waits: before each node there is more than one node may have, or all there is. A node that needs more
/// is over the limit.
/// </summary>
/// <param name="arrived">What has arrived.</param>
/// <param name="maximumBytes">The most bytes of the whole message.</param>
internal sealed class ArrivedStream(ArrivedBytes arrived, long maximumBytes) : Stream
{
    /// <summary>The most bytes of one node: a tag with its attributes, a text, a comment.</summary>
    public const int MaximumNodeBytes = 256 * 1024;

    private int taken;

    /// <summary>Whether the next node can be read, whatever it is.</summary>
    public bool IsReady => arrived.IsComplete || arrived.Unread.Length >= MaximumNodeBytes;

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

    /// <summary>Says that a node begins.</summary>
    public void BeginNode() => taken = 0;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, arrived.Unread.Length);
        taken += count;
        if (taken > MaximumNodeBytes || (count == 0 && !arrived.IsComplete))
        {
            throw new MessageRefusedException(MessageErrors.NodeTooLarge(MaximumNodeBytes));
        }

        arrived.Unread[..count].CopyTo(buffer);
        arrived.Skip(count);
        return arrived.Position <= maximumBytes ? count : throw new MessageRefusedException(MessageErrors.TooLarge(maximumBytes));
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

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
}
