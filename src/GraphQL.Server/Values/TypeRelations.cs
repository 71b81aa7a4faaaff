using GraphQL.Server.Types;

namespace GraphQL.Server.Values;

/// <summary>Which types may stand for which.</summary>
internal static class TypeRelations
{
    /// <summary>Whether every value of one type is a value of the other.</summary>
    public static bool IsSubType(GraphType type, GraphType of)
    {
        if (ReferenceEquals(type, of))
        {
            return true;
        }

        return (type, of) switch
        {
            (NonNullType strict, NonNullType other) => IsSubType(strict.Item, other.Item),
            (_, NonNullType) => false,
            (NonNullType strict, _) => IsSubType(strict.Item, of),
            (ListType list, ListType other) => IsSubType(list.Item, other.Item),
            (ObjectType member, UnionType union) => union.PossibleTypeSet.Contains(member),
            (FieldsType implementer, InterfaceType contract) => implementer.Interfaces.Contains(contract),
            _ => false,
        };
    }
}
