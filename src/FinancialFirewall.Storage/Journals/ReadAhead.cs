using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Journals;

/// <summary>Reads a file from front to back in large pieces.</summary>
internal sealed class ReadAhead(IDiskFile file, long length)
{
    private const int Piece = 1024 * 1024;

    private byte[] buffer = [];
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
            var known = offset >= start && offset < start + count ? (int)(start + count - offset) : 0;
            MoveToFront(known, Math.Max(available, (int)Math.Min(known + Piece, length - offset)));
            (start, count) = (offset, known);
            count += await file.ReadAsync(offset + known, buffer.AsMemory(known, (int)Math.Min(buffer.Length, length - offset) - known));
        }

        return buffer.AsMemory((int)(offset - start), (int)Math.Min(available, start + count - offset));
    }

    /// <summary>Keeps the last bytes that were read, with room for so many altogether.</summary>
    private void MoveToFront(int known, int needed)
    {
        var last = buffer.AsSpan(count - known, known);
        var target = buffer.Length < needed ? new byte[needed] : buffer;
        last.CopyTo(target);
        buffer = target;
    }
}
