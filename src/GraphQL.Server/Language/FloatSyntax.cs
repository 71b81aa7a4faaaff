namespace GraphQL.Server.Language;

/// <summary>A number with a fraction or an exponent.</summary>
internal sealed class FloatSyntax : ValueSyntax
{
    public required string Text { get; init; }
}
