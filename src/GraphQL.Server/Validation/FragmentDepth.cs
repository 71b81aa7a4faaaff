using GraphQL.Server.Language;

namespace GraphQL.Server.Validation;

/// <summary>How deep the fragments of a document could lead, if each were nested into the next.</summary>
internal static class FragmentDepth
{
    public static int Sum(DocumentSyntax document) => document.Definitions.OfType<FragmentSyntax>().Sum(fragment => Of(fragment.SelectionSet));

    private static int Of(SelectionSetSyntax selectionSet)
    {
        var deepest = 0;
        foreach (var selection in selectionSet.Selections)
        {
            deepest = Math.Max(deepest, selection switch
            {
                FieldSyntax { SelectionSet: { } inner } => Of(inner),
                InlineFragmentSyntax inline => Of(inline.SelectionSet),
                _ => 0,
            });
        }

        return deepest + 1;
    }
}
