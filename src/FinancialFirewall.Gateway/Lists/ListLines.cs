using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Bodies;
using FinancialFirewall.Gateway.Csv;
using FinancialFirewall.Gateway.Formats;

namespace FinancialFirewall.Gateway.Lists;

/// <summary>Reads the entries of an import one by one as they arrive, whatever their format; what is no entry is said so and harms no other.</summary>
internal static class ListLines
{
    /// <summary>The longest line, in bytes.</summary>
    private const int MaximumLineBytes = 16 * 1024;

    private const string Value = "value";
    private const string Reason = "reason";
    private const string ExpiresAt = "expiresAt";

    /// <summary>The lines of an input, which is read to its end.</summary>
    public static IAsyncEnumerable<ListLine> ReadAsync(PipeReader input, PaymentFormat format, CancellationToken cancellationToken) => format switch
    {
        PaymentFormat.Csv => ReadTableAsync(input, cancellationToken),
        PaymentFormat.Array => ReadJsonAsync(input, new ArrayBodyReader(MaximumLineBytes), cancellationToken),
        _ => ReadJsonAsync(input, new LineBodyReader(MaximumLineBytes), cancellationToken),
    };

    private static async IAsyncEnumerable<ListLine> ReadJsonAsync(PipeReader input, IBodyReader bodies, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var isComplete = false; !isComplete;)
        {
            var result = await input.ReadAsync(cancellationToken);
            bodies.Feed(result.Buffer);
            input.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
            {
                bodies.Complete();
                isComplete = true;
            }

            while (bodies.TryTake() is var outcome && outcome != BodyOutcome.None)
            {
                yield return outcome == BodyOutcome.Body ? Read(bodies) : new ListLine(bodies.Place.Line, null, bodies.Errors);
                if (outcome == BodyOutcome.Broken)
                {
                    yield break;
                }
            }
        }

        if (bodies.IsInside)
        {
            yield return new ListLine(bodies.NextLine, null, [ListRequestErrors.CutOff]);
        }
    }

    private static ListLine Read(IBodyReader bodies)
    {
        var entry = ListRequests.ReadEntry(bodies.Body.Span);
        return new ListLine(bodies.Place.Line, entry.IsSuccess ? entry.Value : null, entry.Errors);
    }

    private static async IAsyncEnumerable<ListLine> ReadTableAsync(PipeReader input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int[]? columns = null;
        await using var rows = CsvTable.ReadLinesAsync(input, MaximumLineBytes, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            var (row, problem) = await NextAsync(rows);
            if (row is not var (line, fields))
            {
                if (problem is not null)
                {
                    yield return new ListLine(0, null, [ListRequestErrors.CsvBroken(problem)]);
                }

                yield break;
            }

            if (columns is null)
            {
                columns = ColumnsOf(fields);
                if (columns.Length == 0)
                {
                    yield return new ListLine(line, null, [ListRequestErrors.HeaderUnknown(fields)]);
                    yield break;
                }

                if (IsHeader(fields))
                {
                    continue;
                }
            }

            yield return Read(line, fields, columns);
        }
    }

    private static async ValueTask<((long Line, IReadOnlyList<string> Fields)? Row, string? Problem)> NextAsync(IAsyncEnumerator<(long Line, IReadOnlyList<string> Fields)> rows)
    {
        try
        {
            return await rows.MoveNextAsync() ? (rows.Current, null) : (null, null);
        }
        catch (InvalidDataException problem)
        {
            return (null, problem.Message);
        }
    }

    private static bool IsHeader(IReadOnlyList<string> fields) => fields.Any(static field => Is(field, Value));

    private static bool Is(string field, string name) => string.Equals(field.Trim(), name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where value, reason and expiry stand, below 0 for nowhere; nothing where the value stands nowhere.</summary>
    private static int[] ColumnsOf(IReadOnlyList<string> fields)
    {
        if (!IsHeader(fields))
        {
            return fields.Count == 1 ? [0, -1, -1, 1] : [];
        }

        var names = fields.ToList();
        return [names.FindIndex(static field => Is(field, Value)), names.FindIndex(static field => Is(field, Reason)), names.FindIndex(static field => Is(field, ExpiresAt)), names.Count];
    }

    private static ListLine Read(long line, IReadOnlyList<string> fields, int[] columns)
    {
        if (fields.Count > columns[3])
        {
            return new ListLine(line, null, [ListRequestErrors.RowLonger(fields.Count, columns[3])]);
        }

        var (value, reason, until) = (Field(fields, columns[0]) ?? "", Field(fields, columns[1]), Field(fields, columns[2]));
        Instant? expiresAt = null;
        if (until is not null)
        {
            if (!Rfc3339.TryParse(Encoding.UTF8.GetBytes(until), out var time))
            {
                return new ListLine(line, null, [ListRequestErrors.TimeInvalid(until)]);
            }

            expiresAt = time;
        }

        return new ListLine(line, new ListEntry(value, expiresAt, reason), []);
    }

    private static string? Field(IReadOnlyList<string> fields, int column)
        => column >= 0 && column < fields.Count && fields[column].Trim() is { Length: > 0 } text ? text : null;
}
