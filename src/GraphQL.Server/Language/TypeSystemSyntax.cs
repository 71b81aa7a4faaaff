namespace GraphQL.Server.Language;

/// <summary>A definition of a schema, or an extension of one.</summary>
internal abstract class TypeSystemSyntax : DefinitionSyntax
{
    public bool IsExtension { get; init; }
}
