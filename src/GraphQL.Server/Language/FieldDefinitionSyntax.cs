namespace GraphQL.Server.Language;

/// <summary>A field of an object type or an interface.</summary>
internal sealed class FieldDefinitionSyntax : DefinitionSyntax
{
    public required Name Name { get; init; }

    public InputValueSyntax[] Arguments { get; init; } = [];

    public required TypeSyntax Type { get; init; }
}
