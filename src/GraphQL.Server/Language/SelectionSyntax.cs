namespace GraphQL.Server.Language;

/// <summary>A field, a spread or an inline fragment.</summary>
internal abstract class SelectionSyntax : SyntaxNode
{
    public DirectiveSyntax[] Directives { get; init; } = [];
}
