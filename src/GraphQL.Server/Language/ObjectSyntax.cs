namespace GraphQL.Server.Language;

/// <summary>An input object.</summary>
internal sealed class ObjectSyntax : ValueSyntax
{
    public required ObjectFieldSyntax[] Fields { get; init; }
}
