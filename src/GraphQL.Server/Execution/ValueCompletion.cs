using System.Collections;
using System.Globalization;
using GraphQL.Server.Binding;
using GraphQL.Server.Types;

namespace GraphQL.Server.Execution;

/// <summary>Brings what resolvers give into the types of the schema (<c>CompleteValue</c> of the specification).</summary>
/// <param name="schema">The schema with its resolvers.</param>
/// <param name="planner">What is selected on objects.</param>
/// <param name="errors">Where errors go.</param>
internal sealed class ValueCompletion(BoundSchema schema, SelectionPlanner planner, FieldErrors errors)
{
    /// <summary>The objects that came up and whose fields are next.</summary>
    public List<ObjectNode> Next { get; set; } = [];

    public void Complete(ResponseNode node, int slot, GraphType type, PlannedField field, object? value)
    {
        if (value is FieldError error)
        {
            errors.Add(node, slot, field, error.Message, error.Extensions);
        }
        else if (value is null)
        {
            if (type is NonNullType)
            {
                errors.Add(node, slot, field, $"Cannot return null for non-nullable field {field.Definition}.");
            }
        }
        else
        {
            CompletePresent(node, slot, type.Nullable, field, value);
        }
    }

    private void CompletePresent(ResponseNode node, int slot, GraphType type, PlannedField field, object value)
    {
        switch (type)
        {
            case ScalarType scalar:
                if (scalar.Coercion.Write(value, out node.Values[slot]) is { } wrong)
                {
                    errors.Add(node, slot, field, wrong);
                }

                break;
            case EnumType words:
                CompleteEnum(node, slot, words, field, value);
                break;
            case ListType list:
                CompleteList(node, slot, list, field, value);
                break;
            case ObjectType known:
                CompleteObject(node, slot, known, field, value);
                break;
            case CompositeType composite:
                if (RuntimeType(composite, value, out var problem) is { } runtime)
                {
                    CompleteObject(node, slot, runtime, field, value);
                }
                else
                {
                    errors.Add(node, slot, field, problem);
                }

                break;
        }
    }

    private void CompleteEnum(ResponseNode node, int slot, EnumType type, PlannedField field, object value)
    {
        var name = value as string ?? EnumNames.Of(value);
        if (name is null || !type.Has(name))
        {
            errors.Add(node, slot, field, $"Enum \"{type}\" cannot represent value: {Numbers.Describe(value)}");
            return;
        }

        node.Values[slot] = name;
    }

    private void CompleteList(ResponseNode node, int slot, ListType type, PlannedField field, object value)
    {
        if (value is string || value is not IEnumerable items)
        {
            errors.Add(node, slot, field, $"Expected Iterable, but did not find one for field \"{field.Definition}\".");
            return;
        }

        var collected = items as IList ?? items.Cast<object?>().ToList();
        var list = new ListNode(node, slot, type.Item, collected.Count);
        node.Values[slot] = list;
        for (var i = 0; i < collected.Count && !list.IsGone; i++)
        {
            Complete(list, i, type.Item, field, collected[i]);
        }
    }

    private void CompleteObject(ResponseNode node, int slot, ObjectType type, PlannedField field, object value)
    {
        var child = new ObjectNode(node, slot, planner.Inner(field, type), type, value);
        node.Values[slot] = child;
        Next.Add(child);
    }

    private ObjectType? RuntimeType(CompositeType type, object value, out string problem)
    {
        var name = schema.TypeOf(type, value);
        var runtime = name is null ? null : schema.Schema.Type(name);
        problem = runtime switch
        {
            null => string.Create(CultureInfo.InvariantCulture, $"Abstract type \"{type}\" was resolved to a type \"{name}\" that does not exist inside the schema."),
            not ObjectType => $"Abstract type \"{type}\" was resolved to a non-object type \"{name}\".",
            ObjectType known when !type.PossibleTypeSet.Contains(known) => $"Runtime Object type \"{known}\" is not a possible type for \"{type}\".",
            _ => "",
        };
        return problem.Length == 0 ? (ObjectType)runtime! : null;
    }
}
