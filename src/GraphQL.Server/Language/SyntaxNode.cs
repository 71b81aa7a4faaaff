namespace GraphQL.Server.Language;

/// <summary>A part of a document, and where it stands in its text.</summary>
internal abstract class SyntaxNode
{
    /// <summary>The offset of its first character.</summary>
    public required int Start { get; init; }
}
