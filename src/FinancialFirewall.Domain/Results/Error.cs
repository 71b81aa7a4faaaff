namespace FinancialFirewall.Domain.Results;

/// <summary>
/// An expected refusal: what was wrong, where, and what would be right. A bug or a broken machine is an exception instead.
/// </summary>
/// <param name="Kind">The kind of refusal.</param>
/// <param name="Code">A stable name for programs, in UPPER_SNAKE_CASE, such as <c>CURRENCY_UNKNOWN</c>.</param>
/// <param name="Member">The member at fault as the caller spells it, or a JSON pointer inside a document; empty for the whole.</param>
/// <param name="Value">The value that was found, cut to <see cref="MaximumValueLength"/> characters; empty where there is none.</param>
/// <param name="Message">One sentence for people: what is wrong and what would be right.</param>
public sealed record Error(ErrorKind Kind, string Code, string Member, string Value, string Message)
{
    /// <summary>How much of an offending value is repeated to the caller.</summary>
    public const int MaximumValueLength = 100;

    /// <summary>The value that was found, cut to <see cref="MaximumValueLength"/> characters.</summary>
    public string Value { get; } = Value.Length <= MaximumValueLength ? Value : string.Concat(Value.AsSpan(0, MaximumValueLength - 1), "…");

    /// <summary>Where in a file it stands, as people look it up there: a JSON pointer, a column, an XPath; empty where the line says it all.</summary>
    public string Place { get; init; } = "";
}
