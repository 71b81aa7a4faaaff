using System.Buffers;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>
/// Cuts what arrives into lines, ended by LF or CR LF. A line that outgrows its limit is let go of as it arrives, up to its end, so that it
/// never occupies more memory than the limit.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct LineScanner(int maximumLineBytes)
{
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    private long scanned;
    private long skipped;

    /// <summary>Whether something of a line arrived, and its end did not.</summary>
    public readonly bool IsInsideLine => scanned > 0 || skipped > 0;

    /// <summary>Takes the next line from the start of what arrived.</summary>
    /// <param name="buffer">What arrived and was not taken yet; it starts behind the line afterwards.</param>
    /// <param name="line">The line without its end, where the outcome is <see cref="LineOutcome.Line"/>.</param>
    /// <param name="length">The line's length in bytes.</param>
    public LineOutcome TryTake(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line, out long length)
    {
        line = default;
        length = 0;
        var rest = buffer.Slice(scanned);
        if (rest.PositionOf(LineFeed) is { } end)
        {
            line = TrimReturn(buffer.Slice(0, end));
            length = skipped + line.Length;
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            scanned = 0;
            skipped = 0;
            return length > maximumLineBytes ? LineOutcome.TooLong : LineOutcome.Line;
        }

        scanned = buffer.Length;
        if (skipped > 0 || scanned > maximumLineBytes + 1)
        {
            skipped += scanned;
            scanned = 0;
            buffer = buffer.Slice(buffer.End);
        }

        return LineOutcome.None;
    }

    /// <summary>Takes what stands behind the last line end when nothing more will arrive.</summary>
    public LineOutcome TakeLast(ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line, out long length)
    {
        line = TrimReturn(buffer);
        length = skipped + line.Length;
        scanned = 0;
        skipped = 0;
        return length == 0 ? LineOutcome.None : length > maximumLineBytes ? LineOutcome.TooLong : LineOutcome.Line;
    }

    private static ReadOnlySequence<byte> TrimReturn(ReadOnlySequence<byte> line)
    {
        if (line.IsEmpty)
        {
            return line;
        }

        var last = line.Slice(line.Length - 1);
        return last.FirstSpan[0] == CarriageReturn ? line.Slice(0, line.Length - 1) : line;
    }
}
