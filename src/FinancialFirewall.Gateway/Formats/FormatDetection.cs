using System.Buffers;

namespace FinancialFirewall.Gateway.Formats;

/// <summary>Tells formats apart by how an input begins.</summary>
public static class FormatDetection
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> WideByteOrderMark => [0xFE, 0xFF];

    private static ReadOnlySpan<byte> WideByteOrderMarkReversed => [0xFF, 0xFE];

    /// <summary>The format of an input: its first character that is no white space tells, and whatever is neither JSON nor XML is CSV.</summary>
    /// <param name="beginning">The first bytes, unpacked.</param>
    public static PaymentFormat Detect(in ReadOnlySequence<byte> beginning)
    {
        var reader = new SequenceReader<byte>(beginning);
        var isWide = reader.IsNext(WideByteOrderMark, advancePast: true) || reader.IsNext(WideByteOrderMarkReversed, advancePast: true);
        reader.IsNext(ByteOrderMark, advancePast: true);
        reader.AdvancePastAny(isWide ? " \t\r\n\0"u8 : " \t\r\n"u8);
        return reader.TryRead(out var first)
            ? first switch
            {
                (byte)'<' => PaymentFormat.Iso20022,
                (byte)'[' => PaymentFormat.Array,
                (byte)'{' => PaymentFormat.Lines,
                _ => PaymentFormat.Csv,
            }
            : PaymentFormat.Lines;
    }
}
