using GraphQL.Server.Language;
using GraphQL.Server.Types;
using GraphQL.Server.Values;

namespace GraphQL.Server.Validation;

/// <summary>§5.3.1: a type has the fields that are asked of it.</summary>
internal sealed class FieldsOnCorrectTypeRule : ValidationRule
{
    public override void Field(ValidationContext context, FieldSyntax field, CompositeType? parent, FieldDefinition? definition)
    {
        if (parent is null || definition is not null)
        {
            return;
        }

        var name = field.Name.Value;
        var suggestion = Suggestions.Ask(TypesWith(parent, name), "to use an inline fragment on ");
        if (suggestion.Length == 0 && parent is FieldsType fields)
        {
            suggestion = Suggestions.For(name, fields.FieldsByName.Keys);
        }

        context.Report(nameof(FieldsOnCorrectTypeRule), $"Cannot query field \"{name}\" on type \"{parent}\".{suggestion}", field.Start);
    }

    /// <summary>The types below an abstract one that have a field: those that tell most first.</summary>
    private static IEnumerable<string> TypesWith(CompositeType parent, string field)
    {
        if (parent is ObjectType)
        {
            return [];
        }

        var counts = new Dictionary<FieldsType, int>();
        foreach (var type in parent.PossibleTypes.Where(type => type.Field(field) is not null))
        {
            counts[type] = 1;
            foreach (var contract in type.Interfaces.OfType<InterfaceType>().Where(contract => contract.Field(field) is not null))
            {
                counts[contract] = counts.GetValueOrDefault(contract) + 1;
            }
        }

        var types = counts.Keys.ToList();
        types.Sort((a, b) => Compare(a, b, counts));
        return types.Select(type => type.Name);
    }

    private static int Compare(FieldsType a, FieldsType b, Dictionary<FieldsType, int> counts)
    {
        if (counts[a] != counts[b])
        {
            return counts[b].CompareTo(counts[a]);
        }

        if (!ReferenceEquals(a, b) && a is InterfaceType && b.Interfaces.Contains(a))
        {
            return -1;
        }

        return !ReferenceEquals(a, b) && b is InterfaceType && a.Interfaces.Contains(b) ? 1 : NaturalOrder.Instance.Compare(a.Name, b.Name);
    }
}
