using System.Globalization;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Lists;

/// <summary>The refusals of requests about lists, beside those of lists themselves.</summary>
internal static class ListRequestErrors
{
    public static Error ContentTypeUnsupported(string found) => new(
        ErrorKind.Invalid, "CONTENT_TYPE_UNSUPPORTED", "Content-Type", found,
        "The body must be text/csv, application/x-ndjson or application/json (an array of entries), in UTF-8.");

    public static Error ValueMissing { get; } = new(
        ErrorKind.Invalid, "VALUE_MISSING", "value", "", "State the value: ?value=…; several are removed by POST to entries/remove.");

    public static Error HeaderUnknown(IEnumerable<string> columns) => new(
        ErrorKind.Invalid, "CSV_HEADER_UNKNOWN", "", string.Join(',', columns),
        "The first line of a table of several columns names them: value, and where there are any reason and expiresAt.");

    public static Error CsvBroken(string message) => new(ErrorKind.Malformed, "CSV_BROKEN", "", "", message);

    public static Error CutOff { get; } = new(ErrorKind.Malformed, "LINE_CUT_OFF", "", "", "The request ended in the middle of this line; nothing was imported.");

    public static Error TimeInvalid(string found) => new(
        ErrorKind.Invalid, "TIME_INVALID", "expiresAt", found, "A time of RFC 3339 is expected, such as 2026-12-31T00:00:00Z.");

    public static Error RowLonger(int fields, int columns) => new(
        ErrorKind.Invalid, "CSV_FIELDS", "", "", string.Create(CultureInfo.InvariantCulture, $"The row has {fields} fields; the header names {columns}."));

    public static Error Unfinished(long refused, int shown) => new(
        ErrorKind.Invalid, "LIST_IMPORT_REFUSED", "", "",
        string.Create(CultureInfo.InvariantCulture, $"{refused:N0} lines are no entries, so nothing was imported{(refused > shown ? string.Create(CultureInfo.InvariantCulture, $"; the first {shown:N0} are named") : "")}."));

    public static Error OperationIdInvalid(string found) => new(
        ErrorKind.Invalid, "QUERY_INVALID", "operationId", found, "Give 1 to 64 letters, digits and dashes.");
}
