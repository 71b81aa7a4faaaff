using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.CompilerServices;
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

    /// <summary>The longest form of an aggregate, its text excepted: a tag, a numerator and a denominator.</summary>
    public const int MaximumLengthWithoutText = 1 + 10 + 5;

    /// <summary>Writes aggregates one behind the other and answers their length.</summary>
    // Not inlined, so that its variables stay in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Write(ReadOnlySpan<AggregateValue> values, Span<byte> destination)
    {
        var length = 0;
        foreach (ref readonly var value in values)
        {
            var units = Varint.ZigZag(value.Numerator);
            var isUsual = value.Kind == AggregateKind.Number && value.Denominator == 1 && units < Varint.SevenGroups;
            if (isUsual && destination.Length - length >= sizeof(ulong))
            {
                // Tag and groups in one word; what is behind them is written anew. Most counts are one group.
                var count = 1;
                var groups = units < Varint.OneGroup ? units : Varint.Pack(units, out count);
                BinaryPrimitives.WriteUInt64LittleEndian(destination[length..], (groups << 8) | (ulong)AggregateKind.Number | (value.Saturated ? Saturated : 0UL));
                length += 1 + count;
            }
            else
            {
                length += Write(value, destination[length..]);
            }
        }

        return length;
    }

    /// <summary>Writes an aggregate and answers its length.</summary>
    // Not inlined, because it is seldom where all are written.
    [MethodImpl(MethodImplOptions.NoInlining)]
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
