using GraphQL.Server.Binding;
using GraphQL.Server.Execution;
using GraphQL.Server.Language;
using GraphQL.Server.Values;

namespace GraphQL.Server.Requests;

/// <summary>An operation, and what it selects where no variable decides that.</summary>
internal sealed class PreparedOperation(OperationSyntax syntax, PreparedDocument document)
{
    private readonly bool hasConditions = HasConditions(syntax.SelectionSet) || document.Fragments.Values.Any(fragment => HasConditions(fragment.SelectionSet));
    private Plan? plan;
    private EventSelection? events;

    public OperationSyntax Syntax { get; } = syntax;

    /// <summary>What it selects with these variables.</summary>
    public Plan PlanFor(BoundSchema schema, VariableValues variables)
    {
        if (hasConditions)
        {
            return Create(schema, variables);
        }

        return plan ??= Create(schema, VariableValues.None);
    }

    /// <summary>What it selects of its events, where it is a subscription.</summary>
    public EventSelection EventsFor(BoundSchema schema) => events ??= new EventSelection(Syntax, document.Fragments, schema);

    private static bool HasConditions(SelectionSetSyntax selectionSet)
        => Array.Exists(selectionSet.Selections, selection => selection.Directives.Length > 0 || selection switch
        {
            FieldSyntax { SelectionSet: { } inner } => HasConditions(inner),
            InlineFragmentSyntax inline => HasConditions(inline.SelectionSet),
            _ => false,
        });

    private Plan Create(BoundSchema schema, VariableValues variables)
    {
        var planner = new SelectionPlanner(schema, document.Fragments, variables);
        return new Plan(planner, planner.Root(Syntax.SelectionSet, schema.Schema.Root(Syntax.Kind)!));
    }
}
