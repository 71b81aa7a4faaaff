using System.Buffers;
using System.Globalization;
using System.Text;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Bodies;

/// <summary>
/// One JSON array of payments, cut at its brackets. An element that is no payment is refused alone; an element over the limit is let go of as it
/// arrives; where the array itself is not one, nothing behind can be read.
/// </summary>
internal sealed class ArrayBodyReader(int maximumElementBytes) : IBodyReader
{
    private const int ShownBytes = 40;

    private readonly ArrivedBytes arrived = new();
    private ArrayPart expected = ArrayPart.Start;
    private JsonNesting nesting;
    private int scanned;
    private long skipped;
    private int taken;
    private int count;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <inheritdoc/>
    public BodyPlace Place { get; private set; }

    /// <inheritdoc/>
    public long NextLine => arrived.Line;

    /// <inheritdoc/>
    public IReadOnlyList<Error> Errors { get; private set; } = [];

    /// <inheritdoc/>
    public bool IsInside => expected is not (ArrayPart.Start or ArrayPart.End) || !arrived.Unread.IsEmpty;

    /// <inheritdoc/>
    public void Feed(in ReadOnlySequence<byte> arrived)
    {
        PassTaken();
        this.arrived.Add(arrived);
    }

    /// <inheritdoc/>
    public void Complete() => arrived.Complete();

    /// <inheritdoc/>
    public BodyOutcome TryTake()
    {
        PassTaken();
        while (expected != ArrayPart.InElement)
        {
            if (arrived.Position == 0 && !TryPassByteOrderMark())
            {
                return BodyOutcome.None;
            }

            PassSpace();
            if (arrived.Unread.IsEmpty)
            {
                return arrived.IsComplete && expected != ArrayPart.End ? CutOff() : BodyOutcome.None;
            }

            if (!TryPassPart(arrived.Unread[0]))
            {
                return Misplaced();
            }
        }

        return TakeElement();
    }

    /// <inheritdoc/>
    public string Describe(in BodyPlace place, string member)
        => string.Create(CultureInfo.InvariantCulture, $"/{place.Index}{(member.Length == 0 ? "" : "/")}{member}");

    private bool TryPassPart(byte found)
    {
        switch (expected, found)
        {
            case (ArrayPart.Start, (byte)'['):
                arrived.Skip(1);
                expected = ArrayPart.FirstElement;
                return true;
            case (ArrayPart.FirstElement or ArrayPart.Separator, (byte)']'):
                arrived.Skip(1);
                expected = ArrayPart.End;
                return true;
            case (ArrayPart.Separator, (byte)','):
                arrived.Skip(1);
                expected = ArrayPart.Element;
                return true;
            case (ArrayPart.FirstElement or ArrayPart.Element, not ((byte)',' or (byte)']' or (byte)'}' or (byte)':')):
                expected = ArrayPart.InElement;
                Place = new BodyPlace(arrived.Line, Index: count++);
                nesting = default;
                return true;
            default:
                return false;
        }
    }

    private BodyOutcome TakeElement()
    {
        if (!nesting.TryFindEnd(arrived.Unread, ref scanned) && !arrived.IsComplete)
        {
            LetGoOfTooLong();
            return BodyOutcome.None;
        }

        // An element that the input's end cuts off is judged like any other: it is no valid JSON.
        Body = arrived.Memory[..scanned];
        taken = scanned;
        scanned = 0;
        expected = ArrayPart.Separator;
        var length = skipped + taken;
        skipped = 0;
        if (length <= maximumElementBytes)
        {
            return BodyOutcome.Body;
        }

        Body = default;
        Errors = [Refusal(ErrorKind.TooLarge, "ELEMENT_TOO_LARGE", $"The payment has {length:N0} bytes; one payment has at most {maximumElementBytes:N0}.")];
        return BodyOutcome.Refused;
    }

    private void LetGoOfTooLong()
    {
        if (skipped > 0 || scanned > maximumElementBytes)
        {
            skipped += scanned;
            arrived.Skip(scanned);
            scanned = 0;
        }
    }

    private void PassTaken()
    {
        arrived.Skip(taken);
        taken = 0;
    }

    /// <summary>False while a byte order mark has begun and may go on.</summary>
    private bool TryPassByteOrderMark()
    {
        arrived.Skip(arrived.Unread.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0);
        return arrived.IsComplete || arrived.Unread.IsEmpty || !ByteOrderMark.StartsWith(arrived.Unread);
    }

    private void PassSpace()
    {
        var length = arrived.Unread.IndexOfAnyExcept(" \t\r\n"u8);
        arrived.Skip(length < 0 ? arrived.Unread.Length : length);
    }

    private BodyOutcome Misplaced()
    {
        var unread = arrived.Unread;
        var found = Encoding.UTF8.GetString(unread[..Math.Min(unread.Length, ShownBytes)]);
        Place = new BodyPlace(arrived.Line, Index: count);
        Errors = [Refusal(ErrorKind.Malformed, "NOT_A_JSON_ARRAY", $"On line {arrived.Line:N0} {Belongs(expected)}: what follows cannot be read.", found)];
        return BodyOutcome.Broken;
    }

    private BodyOutcome CutOff()
    {
        Place = new BodyPlace(arrived.Line, Index: count);
        Errors = [Refusal(ErrorKind.Malformed, "JSON_ARRAY_CUT_OFF", $"The input ends on line {arrived.Line:N0}, where {Belongs(expected)}.")];
        return BodyOutcome.Broken;
    }

    private static string Belongs(ArrayPart expected) => expected switch
    {
        ArrayPart.Start => "a JSON array of payments must begin with '[' (one JSON object a line is application/x-ndjson)",
        ArrayPart.FirstElement => "a payment or ']' belongs",
        ArrayPart.Element => "a payment belongs",
        ArrayPart.Separator => "',' or ']' belongs",
        _ => "the array has ended already",
    };

    private static Error Refusal(ErrorKind kind, string code, FormattableString message, string value = "")
        => new(kind, code, "", value, message.ToString(CultureInfo.InvariantCulture));
}
