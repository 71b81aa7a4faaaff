namespace GraphQL.Server.Language;

/// <summary>A fragment by its name.</summary>
internal sealed class FragmentSpreadSyntax : SelectionSyntax
{
    public required Name Name { get; init; }
}
