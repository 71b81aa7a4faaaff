namespace GraphQL.Server.Language;

/// <summary>What a document consists of.</summary>
internal abstract class DefinitionSyntax : SyntaxNode
{
    public StringSyntax? Description { get; init; }

    public DirectiveSyntax[] Directives { get; init; } = [];
}
