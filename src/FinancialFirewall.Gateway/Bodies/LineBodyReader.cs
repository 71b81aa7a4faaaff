using System.Buffers;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Problems;

namespace FinancialFirewall.Gateway.Bodies;

/// <summary>
/// Newline-delimited JSON: one payment a line, ended by LF or CR LF; blank lines are passed over. A line that outgrows its limit is let go of as it
/// arrives, up to its end, so that it never occupies more memory than the limit.
/// </summary>
internal sealed class LineBodyReader(int maximumLineBytes) : IBodyReader
{
    private const byte LineFeed = (byte)'\n';

    private readonly ArrivedBytes arrived = new();
    private int scanned;
    private long skipped;
    private long number;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <inheritdoc/>
    public BodyPlace Place => new(number);

    /// <inheritdoc/>
    public long NextLine => number + 1;

    /// <inheritdoc/>
    public IReadOnlyList<Error> Errors { get; private set; } = [];

    /// <inheritdoc/>
    public bool IsInside => !arrived.Unread.IsEmpty || skipped > 0;

    /// <inheritdoc/>
    public void Feed(in ReadOnlySequence<byte> arrived) => this.arrived.Add(arrived);

    /// <inheritdoc/>
    public void Complete() => arrived.Complete();

    /// <inheritdoc/>
    public BodyOutcome TryTake()
    {
        while (TryTakeLine(out var line, out var length))
        {
            number++;
            if (length > maximumLineBytes)
            {
                Body = default;
                Errors = [RequestErrors.LineTooLarge(length, maximumLineBytes)];
                return BodyOutcome.Refused;
            }

            Body = number == 1 && line.Span.StartsWith(ByteOrderMark) ? line[ByteOrderMark.Length..] : line;
            if (Body.Span.IndexOfAnyExcept((byte)' ', (byte)'\t') >= 0)
            {
                return BodyOutcome.Body;
            }
        }

        return BodyOutcome.None;
    }

    /// <inheritdoc/>
    public string Describe(in BodyPlace place, string member) => "";

    private bool TryTakeLine(out ReadOnlyMemory<byte> line, out long length)
    {
        var unread = arrived.Memory;
        var end = unread.Span[scanned..].IndexOf(LineFeed);
        if (end >= 0)
        {
            Take(unread[..(scanned + end)], out line, out length);
            arrived.SkipLine(scanned + end + 1);
            scanned = 0;
            return true;
        }

        if (arrived.IsComplete)
        {
            Take(unread, out line, out length);
            arrived.Skip(unread.Length);
            scanned = 0;
            return length > 0;
        }

        scanned = unread.Length;
        if (skipped > 0 || scanned > maximumLineBytes + 1)
        {
            LetGo();
        }

        (line, length) = (default, 0);
        return false;
    }

    private void Take(ReadOnlyMemory<byte> found, out ReadOnlyMemory<byte> line, out long length)
    {
        line = found.Length > 0 && found.Span[^1] == '\r' ? found[..^1] : found;
        length = skipped + line.Length;
        skipped = 0;
    }

    private void LetGo()
    {
        skipped += scanned;
        arrived.Skip(scanned);
        scanned = 0;
    }
}
