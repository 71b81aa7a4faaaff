using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Bodies;
using FinancialFirewall.Gateway.Csv;
using FinancialFirewall.Gateway.Formats;
using FinancialFirewall.Gateway.Limits;

namespace FinancialFirewall.Gateway.Outcomes;

/// <summary>Reads reports of outcomes: one JSON object a line, a JSON array, or a table whose header names the members. Holds no more of them than one.</summary>
public static class OutcomeLines
{
    /// <summary>The longest line, row or element, in bytes.</summary>
    public const int MaximumLineBytes = 16 * 1024;

    /// <summary>The reports, in their order; what is none is refused in its place, and where nothing can be read behind it, it is the last.</summary>
    /// <param name="input">Is read to its end.</param>
    /// <param name="format">How they are written.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">No outcomes are written in this format.</exception>
    /// <exception cref="IOException">The input cannot be read on.</exception>
    public static IAsyncEnumerable<OutcomeLine> ReadAsync(PipeReader input, PaymentFormat format, CancellationToken cancellationToken = default) => format switch
    {
        PaymentFormat.Lines => ReadObjectsAsync(input, new LineBodyReader(MaximumLineBytes), static place => place.Line, cancellationToken),
        PaymentFormat.Array => ReadObjectsAsync(input, new ArrayBodyReader(MaximumLineBytes), static place => place.Index + 1, cancellationToken),
        PaymentFormat.Csv => ReadTableAsync(input, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Outcomes are JSON or CSV."),
    };

    private static async IAsyncEnumerable<OutcomeLine> ReadObjectsAsync(
        PipeReader input, IBodyReader reader, Func<BodyPlace, long> lineOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var isComplete = false; !isComplete;)
        {
            var arrived = await input.ReadAsync(cancellationToken);
            reader.Feed(arrived.Buffer);
            input.AdvanceTo(arrived.Buffer.End);
            isComplete = arrived.IsCompleted;
            if (isComplete)
            {
                reader.Complete();
            }

            while (reader.TryTake() is var outcome && outcome != BodyOutcome.None)
            {
                yield return Read(reader, outcome, lineOf(reader.Place));
                isComplete |= outcome == BodyOutcome.Broken;
            }
        }
    }

    private static OutcomeLine Read(IBodyReader reader, BodyOutcome outcome, long line)
    {
        if (outcome != BodyOutcome.Body)
        {
            return new OutcomeLine(line, Result.Failure<OutcomeDocument>(reader.Errors));
        }

        var document = RequestDocument.Parse<OutcomeDocument>(reader.Body.Span);
        return new OutcomeLine(line, document, document.IsSuccess ? "" : CardMask.Hide(reader.Body.Span));
    }

    private static async IAsyncEnumerable<OutcomeLine> ReadTableAsync(PipeReader input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        OutcomeColumns? columns = null;
        await using var rows = CsvTable.ReadLinesAsync(input, MaximumLineBytes, cancellationToken).GetAsyncEnumerator(cancellationToken);
        for (var line = 1L; ;)
        {
            var (row, broken) = await NextAsync(rows);
            if (row is not { } found)
            {
                if (broken is not null)
                {
                    yield return new OutcomeLine(line, broken);
                }

                yield break;
            }

            line = found.Line;
            if (columns is not null)
            {
                yield return new OutcomeLine(line, columns.ToDocument(found.Fields));
                continue;
            }

            var header = OutcomeColumns.Read(found.Fields);
            if (!header.IsSuccess)
            {
                yield return new OutcomeLine(line, Result.Failure<OutcomeDocument>(header.Errors));
                yield break;
            }

            columns = header.Value;
        }
    }

    private static async Task<((long Line, IReadOnlyList<string> Fields)? Row, Error? Broken)> NextAsync(IAsyncEnumerator<(long Line, IReadOnlyList<string> Fields)> rows)
    {
        try
        {
            return (await rows.MoveNextAsync() ? rows.Current : null, null);
        }
        catch (InvalidDataException exception)
        {
            return (null, new Error(ErrorKind.Malformed, "CSV_MALFORMED", "", "", exception.Message));
        }
    }
}
