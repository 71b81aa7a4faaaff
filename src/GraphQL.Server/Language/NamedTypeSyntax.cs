namespace GraphQL.Server.Language;

/// <summary>A type by its name.</summary>
internal sealed class NamedTypeSyntax : TypeSyntax
{
    public required string Name { get; init; }

    public override string ToString() => Name;
}
