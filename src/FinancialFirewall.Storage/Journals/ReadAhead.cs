using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Journals;

/// <summary>Reads a file from front to back in large pieces.</summary>
internal sealed class ReadAhead(IDiskFile file, long length)
{
    private const int Piece = 1024 * 1024;

    private byte[] buffer = new byte[Math.Min(Piece, length)];
    private long start;
    private int count;

    /// <summary>The length of the file when the reading began.</summary>
    public long Length => length;

    /// <summary>The bytes from <paramref name="offset"/> on: as many as asked for, or those up to the end. Valid until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> PeekAsync(long offset, int wanted)
    {
        var available = (int)Math.Min(wanted, Math.Max(0, length - offset));
        if (offset < start || offset + available > start + count)
        {
            if (buffer.Length < available)
            {
                buffer = new byte[available];
            }

            start = offset;
            count = await file.ReadAsync(offset, buffer.AsMemory(0, (int)Math.Min(buffer.Length, length - offset)));
        }

        return buffer.AsMemory((int)(offset - start), (int)Math.Min(available, start + count - offset));
    }
}
