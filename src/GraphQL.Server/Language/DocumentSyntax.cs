using GraphQL.Server.Errors;

namespace GraphQL.Server.Language;

/// <summary>A whole document: operations and fragments, or a schema.</summary>
internal sealed class DocumentSyntax : SyntaxNode
{
    public required SourceText Source { get; init; }

    public required DefinitionSyntax[] Definitions { get; init; }

    /// <summary>How many tokens it has, without comments and the end.</summary>
    public required int Tokens { get; init; }
}
