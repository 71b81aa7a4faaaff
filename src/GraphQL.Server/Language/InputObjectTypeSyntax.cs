namespace GraphQL.Server.Language;

/// <summary>An input object type.</summary>
internal sealed class InputObjectTypeSyntax : TypeDefinitionSyntax
{
    public InputValueSyntax[] Fields { get; init; } = [];

    public override string KindName => "input object";
}
