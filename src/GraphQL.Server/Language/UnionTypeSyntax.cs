namespace GraphQL.Server.Language;

/// <summary>A union.</summary>
internal sealed class UnionTypeSyntax : TypeDefinitionSyntax
{
    public NamedTypeSyntax[] Members { get; init; } = [];

    public override string KindName => "union";
}
