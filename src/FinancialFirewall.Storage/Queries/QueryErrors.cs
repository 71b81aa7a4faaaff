using System.Globalization;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Storage.Queries;

/// <summary>The expected refusals of queries.</summary>
public static class QueryErrors
{
    /// <summary>A page of a size that there is not.</summary>
    public static Error Size(int size) => new(
        ErrorKind.Invalid, "PAGE_SIZE_INVALID", "size", Text(size), $"A page has 1 to {Text(AssessmentQuery.MaximumSize)} assessments.");

    /// <summary>A time that ends before it starts.</summary>
    public static Error Times(string from, string until) => new(
        ErrorKind.Invalid, "TIMES_INVALID", "until", until, $"'until' must be later than 'from', which is {from}.");

    /// <summary>A list that is too long.</summary>
    public static Error TooMany(string member, int count) => new(
        ErrorKind.Invalid, "TOO_MANY_VALUES", member, Text(count), $"At most {Text(AssessmentQuery.MaximumValues)} values can be asked for at once.");

    /// <summary>A cursor that was not given by this program, or for another query.</summary>
    public static Error Cursor(string cursor) => new(
        ErrorKind.Invalid, "CURSOR_INVALID", "cursor", cursor, "Pass the cursor of the page before unchanged, with the same filters; or leave it out to begin anew.");

    /// <summary>A page that is too deep to be counted up to.</summary>
    public static Error TooFar(int skip) => new(
        ErrorKind.Invalid,
        "PAGE_TOO_FAR",
        "page",
        Text(skip),
        $"Pages are counted over the first {Text(AssessmentQuery.MaximumCounted)} matches: follow the cursor in the Link header, or narrow the filters.");

    /// <summary>More matches than are sorted at once.</summary>
    public static Error TooManyToSort() => new(
        ErrorKind.Invalid,
        "TOO_MANY_TO_SORT",
        "sortBy",
        "",
        $"More than {Text(AssessmentQuery.MaximumCounted)} assessments match, too many to sort: narrow the filters, or take them newest first.");

    /// <summary>A cursor in an order that has none.</summary>
    public static Error CursorOrder() => new(
        ErrorKind.Invalid, "CURSOR_ORDER", "cursor", "", "Only the order 'newest first' has cursors, and a cursor takes the place of a page number: leave one of the two out.");

    /// <summary>A span in pieces that there are too many of, or that are too short.</summary>
    public static Error Pieces(TimeSpan width) => new(
        ErrorKind.Invalid,
        "PIECES_INVALID",
        "seconds",
        Text((long)width.TotalSeconds),
        $"A span is counted in at most {Text(CountQuery.MaximumPieces)} pieces: take longer ones, or a shorter span.");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
