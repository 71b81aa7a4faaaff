using System.Buffers.Binary;

namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// A series of one latest value, as bytes:
/// <code>
///  0                      8      9
///  +----------------------+------+------------------+
///  | recorded at, µs      | form | number or text   |   form: 0 = number (8 bytes), 1 = text, 2 = text too long to keep (0 bytes)
///  +----------------------+------+------------------+
/// </code>
/// Little-endian.
/// </summary>
internal static class LastSeries
{
    /// <summary>The longest text that is kept, in bytes.</summary>
    public const int MaximumTextLength = 140;

    /// <summary>The longest form.</summary>
    public const int MaximumLength = PayloadOffset + MaximumTextLength;

    private const int FormOffset = 8;
    private const int PayloadOffset = 9;
    private const byte NumberForm = 0;
    private const byte TextForm = 1;
    private const byte TooLongForm = 2;

    /// <summary>When the value was recorded, in microseconds since the Unix epoch.</summary>
    public static long RecordedAt(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64LittleEndian(bytes);

    /// <summary>Whether the bytes are a value in the form above.</summary>
    public static bool IsValid(ReadOnlySpan<byte> bytes, bool overText) => bytes.Length > FormOffset && bytes[FormOffset] switch
    {
        NumberForm => !overText && bytes.Length == PayloadOffset + sizeof(long),
        TextForm => overText && bytes.Length <= MaximumLength,
        TooLongForm => overText && bytes.Length == PayloadOffset,
        _ => false,
    };

    /// <summary>Drops the value once the longest window has passed it.</summary>
    public static void Advance(in SeriesView series, long at)
    {
        if (series.Count > 0 && !Reaches(series, at, series.Layout.Longest))
        {
            series.Clear<byte>();
        }
    }

    /// <summary>When the longest window passes the value.</summary>
    public static long SettledUntil(in SeriesView series)
        => BucketTime.EndOf(BucketTime.BucketOf(RecordedAt(series.Items<byte>()), series.Layout.Width), series.Layout.Longest, series.Layout.Width);

    /// <summary>The value, if a window of a length reaches back to it.</summary>
    public static AggregateValue Measure(in SeriesView series, long at, long length)
    {
        if (series.Count == 0 || !Reaches(series, at, length))
        {
            return AggregateValue.Absent;
        }

        var bytes = series.Items<byte>();
        return bytes[FormOffset] switch
        {
            NumberForm => AggregateValue.OfNumber(BinaryPrimitives.ReadInt64LittleEndian(bytes[PayloadOffset..])),
            TextForm => new AggregateValue(AggregateKind.Text, Saturated: false, 0, 1, series.Bytes(PayloadOffset, bytes.Length - PayloadOffset)),
            _ => AggregateValue.Unknown,
        };
    }

    /// <summary>Takes the place of the value before.</summary>
    /// <returns>Whether there was room for it.</returns>
    public static bool Record(ref SeriesView series, in Contribution contribution, ReadOnlySpan<byte> payment, bool overText)
    {
        Span<byte> bytes = stackalloc byte[MaximumLength];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, series.Latest);
        var length = PayloadOffset;
        if (!overText)
        {
            bytes[FormOffset] = NumberForm;
            BinaryPrimitives.WriteInt64LittleEndian(bytes[PayloadOffset..], contribution.Number);
            length += sizeof(long);
        }
        else if (contribution.TextLength <= MaximumTextLength)
        {
            bytes[FormOffset] = TextForm;
            payment.Slice(contribution.TextStart, contribution.TextLength).CopyTo(bytes[PayloadOffset..]);
            length += contribution.TextLength;
        }
        else
        {
            bytes[FormOffset] = TooLongForm;
        }

        if (!series.TryReplace<byte>(bytes[..length]))
        {
            return false;
        }

        series.Recover();
        return true;
    }

    private static bool Reaches(in SeriesView series, long at, long length)
        => BucketTime.BucketOf(RecordedAt(series.Items<byte>()), series.Layout.Width) >= BucketTime.FirstBucket(at, length, series.Layout.Width);
}
