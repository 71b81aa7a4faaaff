using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Validation;

/// <summary>A field that fills a member of the response.</summary>
/// <param name="Syntax">The field.</param>
/// <param name="Parent">The type that it is selected on; null where that is unknown.</param>
/// <param name="Definition">What it means; null where that is unknown.</param>
internal readonly record struct FieldOccurrence(FieldSyntax Syntax, CompositeType? Parent, FieldDefinition? Definition)
{
    /// <summary>Whether both ask for the same thing of the same object.</summary>
    public static string? Difference(in FieldOccurrence a, in FieldOccurrence b)
    {
        if (!string.Equals(a.Syntax.Name.Value, b.Syntax.Name.Value, StringComparison.Ordinal))
        {
            return $"\"{a.Syntax.Name}\" and \"{b.Syntax.Name}\" are different fields";
        }

        return SameArguments(a.Syntax.Arguments, b.Syntax.Arguments) ? null : "they have differing arguments";
    }

    /// <summary>Why both cannot fill one member of the response; null where they can, and where a type is unknown.</summary>
    public static string? Conflict(in FieldOccurrence a, in FieldOccurrence b)
        => a.Definition is null || b.Definition is null || SameShape(a.Definition.Type, b.Definition.Type)
            ? null
            : $"they return conflicting types \"{a.Definition.Type}\" and \"{b.Definition.Type}\"";

    private static bool SameShape(GraphType a, GraphType b) => ReferenceEquals(a, b) || (a, b) switch
    {
        (NonNullType strict, NonNullType other) => SameShape(strict.Item, other.Item),
        (NonNullType, _) or (_, NonNullType) => false,
        (ListType list, ListType other) => SameShape(list.Item, other.Item),
        _ => a is CompositeType && b is CompositeType,
    };

    private static bool SameArguments(ArgumentSyntax[] a, ArgumentSyntax[] b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        foreach (var argument in a)
        {
            var other = Array.FindLast(b, candidate => string.Equals(candidate.Name.Value, argument.Name.Value, StringComparison.Ordinal));
            if (other is null || !SameValue(argument.Value, other.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameValue(ValueSyntax a, ValueSyntax b) => (a, b) switch
    {
        (ListSyntax list, ListSyntax other) => list.Values.Length == other.Values.Length && list.Values.Zip(other.Values).All(pair => SameValue(pair.First, pair.Second)),
        (ObjectSyntax fields, ObjectSyntax other) => fields.Fields.Length == other.Fields.Length
            && Sorted(fields).Zip(Sorted(other)).All(pair => pair.First.Name.Value == pair.Second.Name.Value && SameValue(pair.First.Value, pair.Second.Value)),
        (StringSyntax text, StringSyntax other) => text.IsBlock == other.IsBlock && string.Equals(text.Value, other.Value, StringComparison.Ordinal),
        _ => a.GetType() == b.GetType() && a is not (ListSyntax or ObjectSyntax) && string.Equals(a.ToString(), b.ToString(), StringComparison.Ordinal),
    };

    private static IEnumerable<ObjectFieldSyntax> Sorted(ObjectSyntax value) => value.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
}
