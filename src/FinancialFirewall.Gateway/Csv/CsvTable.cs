using System.Text;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>A CSV file with a header, as text: for files that are no payments, such as labels. The whole file stands in memory.</summary>
public sealed class CsvTable
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private CsvTable(IReadOnlyList<string> header, IReadOnlyList<string[]> rows) => (Header, Rows) = (header, rows);

    /// <summary>The columns' names.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The rows' fields, as many as there are columns, without white space around them.</summary>
    public IReadOnlyList<string[]> Rows { get; }

    /// <summary>The number of a column, from 0; -1 where there is none of that name.</summary>
    public int IndexOf(string column) => Header.ToList().IndexOf(column);

    /// <summary>Reads a file in UTF-8; or says which row is broken.</summary>
    /// <param name="utf8">The whole file.</param>
    public static Result<CsvTable> Read(ReadOnlyMemory<byte> utf8)
    {
        var text = utf8.Span.StartsWith(ByteOrderMark) ? utf8.Span[ByteOrderMark.Length..] : utf8.Span;
        var row = new CsvRow((byte)CsvDialect.Guess(text), (byte)CsvDialect.Quote);
        var rows = new List<string[]>();
        for (var line = 1; !text.IsEmpty;)
        {
            var outcome = row.Read(text, isLast: true, out var length);
            if (outcome != CsvOutcome.Row)
            {
                return (outcome == CsvOutcome.QuoteOpen ? CsvErrors.QuoteOpen : CsvErrors.TextBehindQuote) with { Place = $"line {line}" };
            }

            if (!row.IsBlank && rows.Count > 0 && row.Count != rows[0].Length)
            {
                return CsvErrors.FieldCount(row.Count, rows[0].Length) with { Place = $"line {line}" };
            }

            if (!row.IsBlank)
            {
                rows.Add(Fields(row, text));
            }

            line += text[..length].Count((byte)'\n');
            text = text[length..];
        }

        return rows.Count == 0 ? CsvErrors.NoHeader : new CsvTable(rows[0], rows[1..]);
    }

    private static string[] Fields(CsvRow row, ReadOnlySpan<byte> text)
    {
        var fields = new string[row.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = Encoding.UTF8.GetString(row.Field(text, i)).Trim();
        }

        return fields;
    }
}
