namespace GraphQL.Server.Language;

/// <summary>An argument as it is defined, or a field of an input object type.</summary>
internal sealed class InputValueSyntax : DefinitionSyntax
{
    public required Name Name { get; init; }

    public required TypeSyntax Type { get; init; }

    public ValueSyntax? Default { get; init; }
}
