namespace GraphQL.Server.Language;

/// <summary>A number without fraction and exponent.</summary>
internal sealed class IntSyntax : ValueSyntax
{
    public required string Text { get; init; }
}
