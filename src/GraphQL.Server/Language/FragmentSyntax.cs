namespace GraphQL.Server.Language;

/// <summary>A fragment that spreads name.</summary>
internal sealed class FragmentSyntax : DefinitionSyntax
{
    public required Name Name { get; init; }

    public required NamedTypeSyntax TypeCondition { get; init; }

    public required SelectionSetSyntax SelectionSet { get; init; }
}
