using GraphQL.Server.Binding;
using GraphQL.Server.Language;
using GraphQL.Server.Types;
using GraphQL.Server.Values;

namespace GraphQL.Server.Execution;

/// <summary>Merges selections into the members of a response (<c>CollectFields</c> of the specification).</summary>
/// <param name="schema">The schema with its resolvers.</param>
/// <param name="fragments">The fragments of the document.</param>
/// <param name="variables">What <c>@skip</c> and <c>@include</c> depend on.</param>
internal sealed class SelectionPlanner(BoundSchema schema, IReadOnlyDictionary<string, FragmentSyntax> fragments, VariableValues variables)
{
    /// <summary>What is selected at the root.</summary>
    public PlannedField[] Root(SelectionSetSyntax selectionSet, ObjectType type) => Plan([selectionSet], type);

    /// <summary>What a field selects on an object type.</summary>
    public PlannedField[] Inner(PlannedField field, ObjectType type)
        => field.Selections.TryGetValue(type, out var known) ? known : field.Selections.GetOrAdd(type, Plan(field.Syntax.Select(syntax => syntax.SelectionSet!), type));

    private static bool UsesVariables(ValueSyntax value) => value switch
    {
        VariableSyntax => true,
        ListSyntax list => Array.Exists(list.Values, UsesVariables),
        ObjectSyntax fields => Array.Exists(fields.Fields, field => UsesVariables(field.Value)),
        _ => false,
    };

    private PlannedField[] Plan(IEnumerable<SelectionSetSyntax> selectionSets, ObjectType type)
    {
        var fields = new OrderedDictionary<string, PlannedField>(StringComparer.Ordinal);
        HashSet<string>? spread = null;
        foreach (var selectionSet in selectionSets)
        {
            Collect(selectionSet, type, fields, ref spread);
        }

        return [.. fields.Values];
    }

    private void Collect(SelectionSetSyntax selectionSet, ObjectType type, OrderedDictionary<string, PlannedField> fields, ref HashSet<string>? spread)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (selection.Directives.Length > 0 && !IsIncluded(selection.Directives))
            {
                continue;
            }

            switch (selection)
            {
                case FieldSyntax field:
                    Add(field, type, fields);
                    break;
                case InlineFragmentSyntax inline when inline.TypeCondition is null || Applies(inline.TypeCondition, type):
                    Collect(inline.SelectionSet, type, fields, ref spread);
                    break;
                case FragmentSpreadSyntax named:
                    var fragment = fragments[named.Name.Value];
                    if (Applies(fragment.TypeCondition, type) && (spread ??= new(StringComparer.Ordinal)).Add(named.Name.Value))
                    {
                        Collect(fragment.SelectionSet, type, fields, ref spread);
                    }

                    break;
            }
        }
    }

    private void Add(FieldSyntax field, ObjectType type, OrderedDictionary<string, PlannedField> fields)
    {
        if (!fields.TryGetValue(field.ResponseName, out var planned))
        {
            var definition = schema.Schema.Field(type, field.Name.Value)!;
            planned = new PlannedField(field.ResponseName, definition, schema.Field(definition));
            fields[field.ResponseName] = planned;
            if (!Array.Exists(field.Arguments, argument => UsesVariables(argument.Value)))
            {
                List<InputIssue> issues = [];
                var constant = ArgumentCoercion.Coerce(definition.Arguments, field.Arguments, VariableValues.None, issues);
                planned.ConstantArguments = issues.Count == 0 ? constant : null;
            }
        }

        planned.Syntax.Add(field);
    }

    private bool Applies(NamedTypeSyntax condition, ObjectType type)
        => schema.Schema.Type(condition.Name) is CompositeType composite && composite.PossibleTypeSet.Contains(type);

    private bool IsIncluded(DirectiveSyntax[] directives)
    {
        foreach (var directive in directives)
        {
            if ((directive.Name.Value is "skip" && Condition(directive)) || (directive.Name.Value is "include" && !Condition(directive)))
            {
                return false;
            }
        }

        return true;
    }

    private bool Condition(DirectiveSyntax directive)
        => directive.Argument("if") switch
        {
            BooleanSyntax literal => literal.Value,
            VariableSyntax variable => variables.TryGet(variable.Name.Value, out var value) && value is true,
            _ => false,
        };
}
