namespace GraphQL.Server.Language;

/// <summary>Selections for one type, or with directives of their own.</summary>
internal sealed class InlineFragmentSyntax : SelectionSyntax
{
    public NamedTypeSyntax? TypeCondition { get; init; }

    public required SelectionSetSyntax SelectionSet { get; init; }
}
