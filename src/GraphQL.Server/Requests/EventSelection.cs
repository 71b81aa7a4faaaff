using System.Text;
using System.Text.Json;
using GraphQL.Server.Binding;
using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Requests;

/// <summary>What a subscription selects of its events: whether that is read off the event alone, and on which variables it depends. What the field itself is given decides which events there are, and not what is told of them.</summary>
internal sealed class EventSelection
{
    private readonly BoundSchema schema;
    private readonly IReadOnlyDictionary<string, FragmentSyntax> fragments;
    private readonly HashSet<(FragmentSyntax Fragment, bool IsRoot)> seen = [];
    private readonly SortedSet<string> variables = new(StringComparer.Ordinal);
    private bool readsEventAlone = true;

    /// <summary>Looks at an operation.</summary>
    public EventSelection(OperationSyntax operation, IReadOnlyDictionary<string, FragmentSyntax> fragments, BoundSchema schema)
    {
        (this.schema, this.fragments) = (schema, fragments);
        Look(operation.SelectionSet, schema.Schema.Root(operation.Kind)!, isRoot: true);
    }

    /// <summary>The variables that it depends on, as they were sent; null where it does not depend on the event and on them alone.</summary>
    public string? Spell(JsonElement sent)
    {
        if (!readsEventAlone || variables.Count == 0)
        {
            return readsEventAlone ? "" : null;
        }

        var text = new StringBuilder();
        foreach (var name in variables)
        {
            var isSent = sent.ValueKind == JsonValueKind.Object && sent.TryGetProperty(name, out _);
            text.Append(name).Append(isSent ? '=' : '-').Append(isSent ? sent.GetProperty(name).GetRawText() : "").Append('\n');
        }

        return text.ToString();
    }

    private void Look(SelectionSetSyntax selectionSet, CompositeType parent, bool isRoot)
    {
        foreach (var selection in selectionSet.Selections)
        {
            foreach (var argument in selection.Directives.SelectMany(static directive => directive.Arguments))
            {
                Look(argument.Value);
            }

            switch (selection)
            {
                case FieldSyntax field:
                    Look(field, parent, isRoot);
                    break;
                case InlineFragmentSyntax inline:
                    Look(inline.SelectionSet, ConditionOf(inline.TypeCondition) ?? parent, isRoot);
                    break;
                case FragmentSpreadSyntax spread when fragments[spread.Name.Value] is var fragment && seen.Add((fragment, isRoot)):
                    Look(fragment.SelectionSet, ConditionOf(fragment.TypeCondition) ?? parent, isRoot);
                    break;
            }
        }
    }

    private void Look(FieldSyntax field, CompositeType parent, bool isRoot)
    {
        if (!isRoot)
        {
            readsEventAlone &= parent.PossibleTypes.All(type => IsReadOffItsObject(type, field.Name.Value));
            Array.ForEach(field.Arguments, argument => Look(argument.Value));
        }

        if (field.SelectionSet is { } inner && schema.Schema.Field(parent, field.Name.Value)!.Type.Named is CompositeType type)
        {
            Look(inner, type, isRoot: false);
        }
    }

    private void Look(ValueSyntax value)
    {
        switch (value)
        {
            case VariableSyntax variable:
                variables.Add(variable.Name.Value);
                break;
            case ListSyntax list:
                Array.ForEach(list.Values, Look);
                break;
            case ObjectSyntax members:
                Array.ForEach(members.Fields, member => Look(member.Value));
                break;
        }
    }

    private CompositeType? ConditionOf(NamedTypeSyntax? condition) => condition is null ? null : schema.Schema.Type(condition.Name) as CompositeType;

    private bool IsReadOffItsObject(ObjectType type, string name)
        => schema.Field(schema.Schema.Field(type, name)!) is { FromSource: not null } or { FromArguments: not null };
}
