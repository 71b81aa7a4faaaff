namespace FinancialFirewall.Simulation.Clients;

/// <summary>A request's body that comes in pieces, and may break off.</summary>
/// <param name="bytes">The body.</param>
/// <param name="piece">How many bytes come at once.</param>
/// <param name="cut">After how many bytes the connection breaks; null for never.</param>
internal sealed class CutStream(byte[] bytes, int piece, int? cut) : Stream
{
    private int position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => position; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (position >= cut)
        {
            throw new IOException("The client is gone.");
        }

        var count = Math.Min(Math.Min(buffer.Length, piece), Math.Min(bytes.Length, cut ?? bytes.Length) - position);
        bytes.AsSpan(position, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return new(Read(buffer.Span));
        }
        catch (IOException exception)
        {
            return ValueTask.FromException<int>(exception);
        }
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
