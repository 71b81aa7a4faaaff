namespace GraphQL.Server.Language;

/// <summary>A value of an enum as it is defined.</summary>
internal sealed class EnumValueDefinitionSyntax : DefinitionSyntax
{
    public required Name Name { get; init; }
}
