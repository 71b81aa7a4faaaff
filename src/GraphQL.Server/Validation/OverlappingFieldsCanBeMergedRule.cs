using GraphQL.Server.Language;

namespace GraphQL.Server.Validation;

/// <summary>
/// §5.3.2: fields that fill one member of the response give the same thing there. Instead of comparing pairs, of which a hostile document has many, all
/// fields of one member are compared with the first of them: equality is transitive. What they select is merged and looked at in the same way, once for each
/// set of selections.
/// </summary>
internal sealed class OverlappingFieldsCanBeMergedRule : ValidationRule
{
    public override void Document(ValidationContext context)
    {
        var merged = new MergedSelections(context);
        foreach (var definition in context.Document.Definitions)
        {
            var (selectionSet, type) = definition switch
            {
                OperationSyntax operation => (operation.SelectionSet, context.Schema.Root(operation.Kind)),
                FragmentSyntax fragment => (fragment.SelectionSet, context.Condition(fragment.TypeCondition)),
                _ => default,
            };
            if (selectionSet is not null)
            {
                merged.Add(selectionSet, type);
            }
        }

        foreach (var (message, first, second) in merged.Conflicts())
        {
            context.Report(nameof(OverlappingFieldsCanBeMergedRule), message, first, second);
        }

        if (merged.IsExhausted)
        {
            context.Report(nameof(OverlappingFieldsCanBeMergedRule), "The document merges too many fields to be checked. Select fewer fields, or nest fewer fragments.");
        }
    }
}
