namespace GraphQL.Server.Language;

/// <summary>Which type an operation begins at.</summary>
internal sealed class RootTypeSyntax : SyntaxNode
{
    public required OperationKind Operation { get; init; }

    public required NamedTypeSyntax Type { get; init; }
}
