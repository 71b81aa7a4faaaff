namespace GraphQL.Server.Language;

/// <summary>A string or a block string.</summary>
internal sealed class StringSyntax : ValueSyntax
{
    /// <summary>What it means, with escapes resolved and a block's indentation removed.</summary>
    public required string Value { get; init; }

    public bool IsBlock { get; init; }
}
