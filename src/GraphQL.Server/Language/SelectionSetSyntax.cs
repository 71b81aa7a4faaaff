namespace GraphQL.Server.Language;

/// <summary>What is selected between two braces.</summary>
internal sealed class SelectionSetSyntax : SyntaxNode
{
    public required SelectionSyntax[] Selections { get; init; }
}
