using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Bodies;
using FinancialFirewall.Gateway.Csv;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;

namespace FinancialFirewall.Gateway.Outcomes;

/// <summary>Cuts a body into reports: one JSON object a line, a JSON array, or a table whose header names the members.</summary>
internal static class OutcomeLines
{
    /// <summary>The longest line, row or element, in bytes.</summary>
    public const int MaximumLineBytes = 16 * 1024;

    private static readonly string[] LineTypes = [ContentTypes.NewlineDelimitedJson, "application/ndjson", "application/jsonl", "application/x-jsonlines"];
    private static readonly string[] TableTypes = [ContentTypes.Csv, "application/csv"];

    /// <summary>The reader of a content type; null where there is none.</summary>
    public static Func<ReadOnlyMemory<byte>, IAsyncEnumerable<OutcomeLine>>? Of(string contentType)
        => ContentTypes.Is(contentType, [ContentTypes.Json]) ? static body => ReadObjects(body, new ArrayBodyReader(MaximumLineBytes), static place => place.Index + 1).ToAsyncEnumerable()
            : ContentTypes.Is(contentType, LineTypes) ? static body => ReadObjects(body, new LineBodyReader(MaximumLineBytes), static place => place.Line).ToAsyncEnumerable()
            : ContentTypes.Is(contentType, TableTypes) ? static body => ReadTableAsync(body)
            : null;

    private static IEnumerable<OutcomeLine> ReadObjects(ReadOnlyMemory<byte> body, IBodyReader reader, Func<BodyPlace, long> lineOf)
    {
        reader.Feed(new ReadOnlySequence<byte>(body));
        reader.Complete();
        while (reader.TryTake() is var outcome && outcome != BodyOutcome.None)
        {
            yield return new OutcomeLine(
                lineOf(reader.Place),
                outcome == BodyOutcome.Body ? RequestDocument.Parse<OutcomeDocument>(reader.Body.Span) : Result.Failure<OutcomeDocument>(reader.Errors));
            if (outcome == BodyOutcome.Broken)
            {
                yield break;
            }
        }
    }

    private static async IAsyncEnumerable<OutcomeLine> ReadTableAsync(ReadOnlyMemory<byte> body, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IReadOnlyList<string>? columns = null;
        var rows = CsvTable.ReadAsync(PipeReader.Create(new ReadOnlySequence<byte>(body)), MaximumLineBytes, cancellationToken).GetAsyncEnumerator(cancellationToken);
        for (var line = 1L; ; line++)
        {
            var (fields, broken) = await NextAsync(rows);
            if (broken is not null)
            {
                yield return new OutcomeLine(line, broken);
            }

            if (fields is null)
            {
                yield break;
            }

            if (columns is not null)
            {
                yield return new OutcomeLine(line, OutcomeDocument.OfRow(columns, fields));
            }
            else if (Check(columns = fields) is { } error)
            {
                yield return new OutcomeLine(line, error);
                yield break;
            }
        }
    }

    private static async Task<(IReadOnlyList<string>? Fields, Error? Broken)> NextAsync(IAsyncEnumerator<IReadOnlyList<string>> rows)
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

    private static Error? Check(IReadOnlyList<string> columns)
    {
        var unknown = columns.FirstOrDefault(static name => !OutcomeDocument.Members.Contains(name, StringComparer.Ordinal));
        return unknown is null ? null : new Error(
            ErrorKind.Malformed, "COLUMN_UNKNOWN", "", unknown, $"The first row names the columns, which are {string.Join(", ", OutcomeDocument.Members)}.");
    }
}
