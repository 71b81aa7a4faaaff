namespace GraphQL.Server.Types;

/// <summary>A type that selections are made on: an object, an interface or a union.</summary>
public abstract class CompositeType : NamedType
{
    private protected CompositeType(string name)
        : base(name)
    {
    }

    /// <summary>The object types that a value of this type can have, in the order of the schema.</summary>
    public IReadOnlyList<ObjectType> PossibleTypes { get; internal set; } = [];

    internal HashSet<ObjectType> PossibleTypeSet { get; set; } = [];

    /// <summary>Whether a value can be of both types.</summary>
    internal bool Overlaps(CompositeType other) => ReferenceEquals(this, other) || PossibleTypeSet.Overlaps(other.PossibleTypeSet);
}
