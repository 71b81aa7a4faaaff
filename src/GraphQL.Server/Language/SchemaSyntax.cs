namespace GraphQL.Server.Language;

/// <summary>The root types of a schema.</summary>
internal sealed class SchemaSyntax : TypeSystemSyntax
{
    public RootTypeSyntax[] RootTypes { get; init; } = [];
}
