using System.Diagnostics;
using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>
/// Aggregates as a record keeps them, a few bytes each: a tag, then what the tag announces.
/// <code>
///  tag: bits 0-1 <see cref="AggregateKind"/>, bit 2 saturated, bit 3 a denominator other than 1 follows
///  number: numerator as a zig-zag varint, [denominator as a varint]
///  text:   length as a varint, UTF-8 bytes
/// </code>
/// </summary>
internal static class AggregateCodec
{
    private const int KindMask = 3;
    private const int Saturated = 4;
    private const int Denominator = 8;
    private const int MaximumNumberLength = 1 + 10 + 5;
    private const int MaximumTextHeader = 1 + 5;

    /// <summary>The longest form of an aggregate.</summary>
    public static int MaximumLength(in AggregateValue value) => Math.Max(MaximumNumberLength, MaximumTextHeader + value.Text.Length);

    /// <summary>Writes an aggregate and answers its length.</summary>
    public static int Write(in AggregateValue value, Span<byte> destination)
    {
        var fraction = value.Kind == AggregateKind.Number && value.Denominator != 1;
        destination[0] = (byte)((int)value.Kind | (value.Saturated ? Saturated : 0) | (fraction ? Denominator : 0));
        var length = 1;
        if (value.Kind == AggregateKind.Number)
        {
            length += Varint.Write(Varint.ZigZag(value.Numerator), destination[length..]);
            length += fraction ? Varint.Write((ulong)value.Denominator, destination[length..]) : 0;
        }
        else if (value.Kind == AggregateKind.Text)
        {
            length += Varint.Write((ulong)value.Text.Length, destination[length..]);
            value.Text.Span.CopyTo(destination[length..]);
            length += value.Text.Length;
        }

        return length;
    }

    /// <summary>Moves behind the aggregate at <paramref name="position"/>, and answers how many of its last bytes are a text.</summary>
    public static int Skip(ReadOnlySpan<byte> source, ref int position)
    {
        var tag = source[position++];
        switch ((AggregateKind)(tag & KindMask))
        {
            case AggregateKind.Number:
                Varint.Read(source, ref position);
                if ((tag & Denominator) != 0)
                {
                    Varint.Read(source, ref position);
                }

                return 0;
            case AggregateKind.Text:
                var length = (int)Varint.Read(source, ref position);
                position += length;
                return length;
            default:
                return 0;
        }
    }

    /// <summary>Reads the aggregate at <paramref name="position"/>, and moves behind it; texts stay where they are.</summary>
    public static AggregateValue Read(ReadOnlyMemory<byte> source, ref int position)
    {
        var tag = source.Span[position++];
        var saturated = (tag & Saturated) != 0;
        var kind = (AggregateKind)(tag & KindMask);
        switch (kind)
        {
            case AggregateKind.Number:
                var numerator = Varint.UnZigZag(Varint.Read(source.Span, ref position));
                var denominator = (tag & Denominator) != 0 ? (int)Varint.Read(source.Span, ref position) : 1;
                return new(kind, saturated, numerator, denominator, default);
            case AggregateKind.Text:
                var length = (int)Varint.Read(source.Span, ref position);
                position += length;
                return new(kind, saturated, 0, 1, source.Slice(position - length, length));
            case AggregateKind.Absent:
                return AggregateValue.Absent;
            case AggregateKind.Unknown:
                return AggregateValue.Unknown;
            default:
                throw new UnreachableException();
        }
    }
}
