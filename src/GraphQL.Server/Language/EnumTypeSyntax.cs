namespace GraphQL.Server.Language;

/// <summary>An enum.</summary>
internal sealed class EnumTypeSyntax : TypeDefinitionSyntax
{
    public EnumValueDefinitionSyntax[] Values { get; init; } = [];

    public override string KindName => "enum";
}
