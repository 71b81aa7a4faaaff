using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Validation;

/// <summary>
/// The selections of a document, merged as a response merges them. A set of selections is looked at twice: once for the shapes of what it gives, over all its
/// fields, and once for being the same thing, over those fields alone that can belong to one object.
/// </summary>
internal sealed class MergedSelections(ValidationContext context)
{
    /// <summary>The most fields that are visited, so that fragments that multiply are refused instead of followed.</summary>
    private const int MaxVisits = 100_000;

    private readonly Dictionary<(SelectionSetSyntax, CompositeType?), int> numbers = [];
    private readonly List<(SelectionSetSyntax SelectionSet, CompositeType? Type)> selections = [];
    private readonly HashSet<int[]> shapesDone = new(NumberSetComparer.Instance);
    private readonly HashSet<int[]> merged = new(NumberSetComparer.Instance);
    private readonly Stack<(int[] Set, bool ShapesOnly)> open = new();
    private readonly HashSet<(int, int)> reported = [];
    private int visits;

    /// <summary>Whether the document was too much to look at in full.</summary>
    public bool IsExhausted => visits > MaxVisits;

    /// <summary>Adds the selections of an operation or a fragment.</summary>
    public void Add(SelectionSetSyntax selectionSet, CompositeType? type)
    {
        int[] alone = [Number(selectionSet, type)];
        open.Push((alone, ShapesOnly: true));
        open.Push((alone, ShapesOnly: false));
    }

    /// <summary>What cannot be merged, with the offsets of two fields.</summary>
    public IEnumerable<(string Message, int First, int Second)> Conflicts()
    {
        while (!IsExhausted && open.TryPop(out var item))
        {
            if (!(item.ShapesOnly ? shapesDone : merged).Add(item.Set))
            {
                continue;
            }

            foreach (var (name, fields) in Expand(item.Set))
            {
                foreach (var group in item.ShapesOnly ? [fields] : OfOneObject(fields))
                {
                    if (FindConflict(group, item.ShapesOnly) is { } found && reported.Add((group[0].Syntax.Start, found.Other.Syntax.Start)))
                    {
                        yield return (Message(name, found.Reason), group[0].Syntax.Start, found.Other.Syntax.Start);
                    }

                    PushInner(group, item.ShapesOnly);
                }
            }
        }
    }

    private static string Message(string name, string reason)
        => $"Fields \"{name}\" conflict because {reason}. Use different aliases on the fields to fetch both if this was intentional.";

    /// <summary>The fields that can meet in one object: those on each object type, each with those on abstract types.</summary>
    private static IEnumerable<List<FieldOccurrence>> OfOneObject(List<FieldOccurrence> fields)
    {
        var first = fields[0].Parent;
        if (fields.TrueForAll(field => ReferenceEquals(field.Parent, first)))
        {
            return [fields];
        }

        var shared = fields.Where(field => field.Parent is not ObjectType).ToList();
        var own = fields.Where(field => field.Parent is ObjectType).GroupBy(field => field.Parent!).ToList();
        return own.Count == 0 ? [shared] : own.Select(group => group.Concat(shared).ToList());
    }

    private static (string Reason, FieldOccurrence Other)? FindConflict(List<FieldOccurrence> fields, bool shapesOnly)
    {
        var first = fields.FindIndex(field => !shapesOnly || field.Definition is not null);
        for (var i = first + 1; first >= 0 && i < fields.Count; i++)
        {
            var reason = shapesOnly ? FieldOccurrence.Conflict(fields[first], fields[i]) : FieldOccurrence.Difference(fields[first], fields[i]);
            if (reason is not null)
            {
                return (reason, fields[i]);
            }
        }

        return null;
    }

    private void PushInner(List<FieldOccurrence> fields, bool shapesOnly)
    {
        var inner = new SortedSet<int>();
        foreach (var field in fields)
        {
            if (field.Syntax.SelectionSet is { } selectionSet)
            {
                inner.Add(Number(selectionSet, field.Definition?.Type.Named as CompositeType));
            }
        }

        if (inner.Count > 0)
        {
            open.Push(([.. inner], shapesOnly));
        }
    }

    private int Number(SelectionSetSyntax selectionSet, CompositeType? type)
    {
        if (!numbers.TryGetValue((selectionSet, type), out var number))
        {
            number = selections.Count;
            numbers[(selectionSet, type)] = number;
            selections.Add((selectionSet, type));
        }

        return number;
    }

    private OrderedDictionary<string, List<FieldOccurrence>> Expand(int[] set)
    {
        var groups = new OrderedDictionary<string, List<FieldOccurrence>>(StringComparer.Ordinal);
        var spread = new HashSet<string>(StringComparer.Ordinal);
        foreach (var number in set)
        {
            Expand(selections[number].SelectionSet, selections[number].Type, groups, spread);
        }

        return groups;
    }

    private void Expand(
        SelectionSetSyntax selectionSet, CompositeType? parent, OrderedDictionary<string, List<FieldOccurrence>> groups, HashSet<string> spread)
    {
        foreach (var selection in selectionSet.Selections)
        {
            visits++;
            switch (selection)
            {
                case FieldSyntax field:
                    if (!groups.TryGetValue(field.ResponseName, out var group))
                    {
                        groups[field.ResponseName] = group = [];
                    }

                    group.Add(new FieldOccurrence(field, parent, parent is null ? null : context.Schema.Field(parent, field.Name.Value)));
                    break;
                case InlineFragmentSyntax inline:
                    Expand(inline.SelectionSet, inline.TypeCondition is { } condition ? context.Condition(condition) : parent, groups, spread);
                    break;
                case FragmentSpreadSyntax named when spread.Add(named.Name.Value) && context.Fragment(named.Name.Value) is { } fragment:
                    Expand(fragment.SelectionSet, context.Condition(fragment.TypeCondition), groups, spread);
                    break;
            }
        }
    }
}
