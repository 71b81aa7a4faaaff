using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Segments;

/// <summary>Reads blocks of a segment that lie one behind the other, many with one call of the disk.</summary>
/// <param name="segment">The segment.</param>
/// <param name="bytes">How much is read at once; more where a block is longer.</param>
/// <param name="opened">The file, where the caller opened it for itself.</param>
internal sealed class SegmentWindow(Segment segment, int bytes, IDiskFile? opened = null)
{
    private byte[] buffer = [];
    private long start;
    private int count;

    /// <summary>A block as it is in the file, valid until the next call; the caller may open it in place.</summary>
    /// <exception cref="Damages.StorageDamageException">The file ends before it does.</exception>
    public ValueTask<Memory<byte>> ReadAsync(long offset, int length)
        => offset >= start && offset + length <= start + count ? new(Slice(offset, length)) : FillAsync(offset, length);

    private async ValueTask<Memory<byte>> FillAsync(long offset, int length)
    {
        var wanted = (int)Math.Max(length, Math.Min(bytes, segment.Entry.Length - offset));
        if (buffer.Length < wanted)
        {
            buffer = new byte[wanted];
        }

        count = 0;
        await segment.ReadRawAsync(offset, buffer.AsMemory(0, wanted), opened);
        (start, count) = (offset, wanted);
        return Slice(offset, length);
    }

    private Memory<byte> Slice(long offset, int length) => buffer.AsMemory((int)(offset - start), length);
}
