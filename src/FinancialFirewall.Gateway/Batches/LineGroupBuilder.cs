using System.Buffers;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Assessments;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>Reads lines into groups of packed payments. One instance serves one input, and keeps what it needs between lines and groups.</summary>
internal sealed class LineGroupBuilder(CardTokenizer cards, AssessmentClock clock, GatewayLimits limits)
{
    private const int UsualBufferBytes = 64 * 1024;

    private readonly PaymentReader reader = new(new PaymentReaderOptions
    {
        MaximumBodyBytes = limits.MaximumLineBytes,
        RefusesFuture = clock == AssessmentClock.Partition,
    });

    private readonly List<LineEntry> lines = [];
    private readonly List<int> starts = [];
    private readonly PackedPaymentBuffer payments = new(UsualBufferBytes);
    private byte[] scratch = [];
    private long number;
    private long lineBytes;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether there is nothing to decide or to answer.</summary>
    public bool IsEmpty => lines.Count == 0;

    /// <summary>Whether the next line belongs to the next group.</summary>
    public bool IsFull => starts.Count == PaymentBatch.MaximumCount || lines.Count == PaymentBatch.MaximumCount || lineBytes >= limits.MaximumGroupBytes;

    /// <summary>Reads a line; a blank one is only counted.</summary>
    public void Add(in ReadOnlySequence<byte> line, Instant arrivedAt)
    {
        number++;
        lineBytes += line.Length;
        var json = line.IsSingleSegment ? line.FirstSpan : Gather(line);
        if (number == 1 && json.StartsWith(ByteOrderMark))
        {
            json = json[ByteOrderMark.Length..];
        }

        if (json.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0)
        {
            return;
        }

        var start = payments.Length;
        if (reader.TryRead(json, cards, arrivedAt, payments, out var errors))
        {
            starts.Add(start);
            lines.Add(new LineEntry(number, Errors: null));
        }
        else
        {
            lines.Add(new LineEntry(number, errors));
        }
    }

    /// <summary>Answers the next line with an error instead of reading it.</summary>
    public void Refuse(Error error) => lines.Add(new LineEntry(++number, [error]));

    /// <summary>Answers a line that is over the limit.</summary>
    public void RefuseTooLong(long length) => Refuse(RequestErrors.LineTooLarge(length, limits.MaximumLineBytes));

    /// <summary>Hands over the group and begins the next.</summary>
    public LineGroup Take()
    {
        var group = new LineGroup([.. lines], new PaymentBatch(payments.Detach(), [.. starts], clock));
        lines.Clear();
        starts.Clear();
        lineBytes = 0;
        return group;
    }

    private ReadOnlySpan<byte> Gather(in ReadOnlySequence<byte> line)
    {
        var length = checked((int)line.Length);
        if (scratch.Length < length)
        {
            scratch = new byte[Math.Max(length, Math.Min(limits.MaximumLineBytes, scratch.Length * 2))];
        }

        line.CopyTo(scratch);
        return scratch.AsSpan(0, length);
    }
}
