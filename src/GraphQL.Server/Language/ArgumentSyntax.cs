namespace GraphQL.Server.Language;

/// <summary>An argument of a field or a directive.</summary>
internal sealed class ArgumentSyntax : SyntaxNode
{
    public required Name Name { get; init; }

    public required ValueSyntax Value { get; init; }
}
