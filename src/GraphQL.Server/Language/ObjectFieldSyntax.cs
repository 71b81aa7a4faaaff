namespace GraphQL.Server.Language;

/// <summary>A field of an input object.</summary>
internal sealed class ObjectFieldSyntax : SyntaxNode
{
    public required Name Name { get; init; }

    public required ValueSyntax Value { get; init; }
}
