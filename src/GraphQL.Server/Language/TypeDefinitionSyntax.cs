namespace GraphQL.Server.Language;

/// <summary>A named type of a schema, or an extension of one.</summary>
internal abstract class TypeDefinitionSyntax : TypeSystemSyntax
{
    public required Name Name { get; init; }

    /// <summary>What messages call its kind.</summary>
    public abstract string KindName { get; }
}
