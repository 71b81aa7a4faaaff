using System.Buffers;
using System.Text;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Bodies;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>
/// CSV (RFC 4180) in UTF-8: one payment a row, by a column map or by a header that names the members of a payment. A row that cannot be one is refused
/// alone. A header that does not fit makes all that follows unreadable.
/// </summary>
/// <param name="map">What the columns mean; null where the header names members.</param>
/// <param name="maximumRowBytes">The longest row.</param>
internal sealed class CsvBodyReader(ColumnMap? map, int maximumRowBytes) : IBodyReader
{
    private readonly ArrivedBytes arrived = new();
    private CsvRow? row;
    private RowConverter? converter;
    private int columns;
    private bool isSkipping;

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
    public bool IsInside => !arrived.Unread.IsEmpty || isSkipping;

    /// <inheritdoc/>
    public void Feed(in ReadOnlySequence<byte> arrived) => this.arrived.Add(arrived);

    /// <inheritdoc/>
    public void Complete() => arrived.Complete();

    /// <inheritdoc/>
    public BodyOutcome TryTake()
    {
        if (row is null && !TryBegin())
        {
            return Errors.Count > 0 ? BodyOutcome.Broken : BodyOutcome.None;
        }

        while (!isSkipping || TryPassLine())
        {
            var text = arrived.Memory;
            if (text.IsEmpty)
            {
                return BodyOutcome.None;
            }

            Place = new BodyPlace(arrived.Line);
            var outcome = row!.Read(text.Span, arrived.IsComplete, out var length);
            if (outcome == CsvOutcome.Incomplete && text.Length <= maximumRowBytes)
            {
                return BodyOutcome.None;
            }

            if (outcome != CsvOutcome.Row)
            {
                return RefuseLine(outcome, text);
            }

            arrived.Skip(length);
            if (TakeRow(text[..length]) is { } taken)
            {
                return taken;
            }
        }

        return BodyOutcome.None;
    }

    /// <inheritdoc/>
    public string Describe(in BodyPlace place, string member) => member.Length == 0 ? "" : converter?.PlaceOf(member) ?? "";

    /// <summary>Looks at the first bytes: their encoding, and the delimiter, which the whole first line tells.</summary>
    private bool TryBegin()
    {
        var unread = arrived.Unread;
        if (unread.Length >= 2 && (unread[0], unread[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
        {
            Place = new BodyPlace(arrived.Line);
            Errors = [CsvErrors.Encoding];
            return false;
        }

        if (!arrived.IsComplete && !unread.Contains((byte)'\n') && unread.Length <= maximumRowBytes)
        {
            return false;
        }

        arrived.Skip(unread.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0);
        row = new CsvRow((byte)(map?.Delimiter ?? CsvDialect.Guess(arrived.Unread)), (byte)(map?.Quote ?? CsvDialect.Quote));
        return true;
    }

    /// <summary>What a whole row is; null where it is nothing that has to be answered.</summary>
    private BodyOutcome? TakeRow(ReadOnlyMemory<byte> text)
    {
        if (row!.IsBlank)
        {
            return null;
        }

        if (converter is null)
        {
            columns = row.Count;
            if (!TryBind(text.Span))
            {
                return BodyOutcome.Broken;
            }

            if (map is null or { HasHeader: true })
            {
                return null;
            }
        }

        if (row.Count != columns)
        {
            return Refuse([CsvErrors.FieldCount(row.Count, columns)], text);
        }

        if (text.Length > maximumRowBytes)
        {
            return Refuse([CsvErrors.RowTooLarge(maximumRowBytes, maximumRowBytes)], default);
        }

        if (converter!.Convert(row, text.Span) is { } errors)
        {
            return Refuse(errors, text);
        }

        Body = converter.Json;
        return BodyOutcome.Body;
    }

    private bool TryBind(ReadOnlySpan<byte> text)
    {
        var header = new string[columns];
        for (var i = 0; i < header.Length; i++)
        {
            header[i] = map is { HasHeader: false } ? $"#{i + 1}" : Encoding.UTF8.GetString(row!.Field(text, i)).Trim();
        }

        var named = map is null ? HeaderMap.Read(header) : map;
        var bound = named.IsSuccess ? RowConverter.Bind(named.Value, header) : Result.Failure<RowConverter>(named.Errors);
        converter = bound.IsSuccess ? bound.Value : null;
        Errors = bound.Errors;
        return bound.IsSuccess;
    }

    private BodyOutcome Refuse(IReadOnlyList<Error> errors, ReadOnlyMemory<byte> text)
    {
        Errors = errors;
        Body = text;
        return BodyOutcome.Refused;
    }

    /// <summary>Refuses a row without an end, and goes on with the line behind its first one.</summary>
    private BodyOutcome RefuseLine(CsvOutcome outcome, ReadOnlyMemory<byte> text)
    {
        var line = text.Span.IndexOf((byte)'\n');
        isSkipping = line < 0;
        var length = line < 0 ? text.Length : line + 1;
        arrived.Skip(length);
        var error = outcome switch
        {
            CsvOutcome.TextBehindQuote => CsvErrors.TextBehindQuote,
            _ when line < 0 && text.Length > maximumRowBytes => CsvErrors.RowTooLarge(maximumRowBytes, maximumRowBytes),
            _ => CsvErrors.QuoteOpen,
        };
        if (converter is null)
        {
            Errors = [error];
            return BodyOutcome.Broken;
        }

        return Refuse([error], length <= maximumRowBytes ? text[..length] : default);
    }

    private bool TryPassLine()
    {
        var end = arrived.Unread.IndexOf((byte)'\n');
        arrived.Skip(end < 0 ? arrived.Unread.Length : end + 1);
        isSkipping = end < 0;
        return !isSkipping;
    }
}
