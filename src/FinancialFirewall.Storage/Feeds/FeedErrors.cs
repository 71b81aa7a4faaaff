using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Storage.Feeds;

/// <summary>The expected refusals of feeds.</summary>
public static class FeedErrors
{
    /// <summary>A cursor that was not given by this program, or for another tenant.</summary>
    public static Error Cursor(string cursor) => new(
        ErrorKind.Invalid, "CURSOR_INVALID", "after", cursor, "Pass the cursor of the last event unchanged; or leave it out to begin with what happens from now on.");

    /// <summary>A cursor behind the end: of a history that is no longer there.</summary>
    public static Error Ahead(string cursor) => new(
        ErrorKind.Conflict,
        "CURSOR_AHEAD",
        "after",
        cursor,
        "The history ends before this cursor: it was brought back from an earlier moment. Read again what you keep of it, and begin without a cursor.");
}
