using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using FinancialFirewall.Gateway.Bodies;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>Reads a table that is no payments: its rows as texts, by the same rules (RFC 4180, UTF-8; the first line tells the delimiter; blank lines are passed over).</summary>
public static class CsvTable
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The rows, the header first where there is one; as many fields as each has.</summary>
    /// <param name="input">The table; read to its end, and completed by whoever gave it.</param>
    /// <param name="maximumRowBytes">The longest row.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">A row that is none; the message names its line. Nothing behind it is read.</exception>
    /// <exception cref="IOException">The input cannot be read on.</exception>
    public static async IAsyncEnumerable<IReadOnlyList<string>> ReadAsync(PipeReader input, int maximumRowBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in ReadLinesAsync(input, maximumRowBytes, cancellationToken))
        {
            yield return row.Fields;
        }
    }

    /// <summary>The same, with the line on which each row begins.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public static async IAsyncEnumerable<(long Line, IReadOnlyList<string> Fields)> ReadLinesAsync(
        PipeReader input, int maximumRowBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var arrived = new ArrivedBytes();
        CsvRow? row = null;
        while (!arrived.IsComplete)
        {
            var result = await input.ReadAsync(cancellationToken);
            arrived.Add(result.Buffer);
            input.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
            {
                arrived.Complete();
            }

            row ??= TryBegin(arrived, maximumRowBytes);
            while (row is not null && TryTake(row, arrived, maximumRowBytes) is { } taken)
            {
                yield return taken;
            }
        }
    }

    private static CsvRow? TryBegin(ArrivedBytes arrived, int maximumRowBytes)
    {
        if (!arrived.IsComplete && !arrived.Unread.Contains((byte)'\n') && arrived.Unread.Length <= maximumRowBytes)
        {
            return null;
        }

        arrived.Skip(arrived.Unread.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0);
        return new CsvRow((byte)CsvDialect.Guess(arrived.Unread), (byte)CsvDialect.Quote);
    }

    /// <summary>The next row that is not blank; null where none has arrived whole.</summary>
    private static (long Line, IReadOnlyList<string> Fields)? TryTake(CsvRow row, ArrivedBytes arrived, int maximumRowBytes)
    {
        while (!arrived.Unread.IsEmpty)
        {
            var text = arrived.Unread;
            var outcome = row.Read(text, arrived.IsComplete, out var length);
            if ((outcome == CsvOutcome.Incomplete ? text.Length : length) > maximumRowBytes)
            {
                throw Refusal(arrived, $"the row has more than {maximumRowBytes:N0} bytes.");
            }

            if (outcome == CsvOutcome.Incomplete)
            {
                return null;
            }

            if (outcome != CsvOutcome.Row)
            {
                throw Refusal(arrived, $"{(outcome == CsvOutcome.QuoteOpen ? "a quotation mark is opened and never closed" : "behind a closing quotation mark stands neither a delimiter nor the row's end")}.");
            }

            var line = arrived.Line;
            arrived.Skip(length);
            if (!row.IsBlank)
            {
                return (line, Fields(row, text));
            }
        }

        return null;
    }

    private static string[] Fields(CsvRow row, ReadOnlySpan<byte> text)
    {
        var fields = new string[row.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = Encoding.UTF8.GetString(row.Field(text, i));
        }

        return fields;
    }

    private static InvalidDataException Refusal(ArrivedBytes arrived, FormattableString why)
        => new(string.Create(CultureInfo.InvariantCulture, $"line {arrived.Line:N0}: {why.ToString(CultureInfo.InvariantCulture)}"));
}
