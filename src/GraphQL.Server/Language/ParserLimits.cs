namespace GraphQL.Server.Language;

/// <summary>How much a parser takes before it refuses a document.</summary>
/// <param name="MaxTokens">The most tokens, without comments.</param>
/// <param name="MaxDepth">The most levels of selection sets, values and types inside one another, which bounds the recursion of all who walk a document.</param>
internal readonly record struct ParserLimits(int MaxTokens, int MaxDepth)
{
    /// <summary>For what clients send.</summary>
    public static readonly ParserLimits Request = new(20_000, 200);

    /// <summary>For schemas, which come from the server's own files.</summary>
    public static readonly ParserLimits Schema = new(1_000_000, 200);
}
