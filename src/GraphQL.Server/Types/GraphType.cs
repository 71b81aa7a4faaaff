namespace GraphQL.Server.Types;

/// <summary>A type of a schema, with or without lists and exclamation marks around it. One schema has one object for each, so types are compared by reference.</summary>
public abstract class GraphType
{
    private ListType? list;
    private NonNullType? nonNull;

    /// <summary>The named type inside all lists and exclamation marks.</summary>
    public abstract NamedType Named { get; }

    /// <summary>This type without its exclamation mark.</summary>
    public GraphType Nullable => this is NonNullType strict ? strict.Item : this;

    /// <summary>Whether values of it can be sent to the server.</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether values of it can be answered.</summary>
    public bool IsOutput => Named is not InputObjectType;

    internal ListType ListOf => list ??= new ListType(this);

    internal NonNullType NonNull => nonNull ??= new NonNullType(this);
}
