namespace GraphQL.Server.Types;

/// <summary>A union.</summary>
public sealed class UnionType : CompositeType
{
    internal UnionType(string name)
        : base(name)
    {
    }

    /// <summary>What it is made of; object types, once the schema has been checked.</summary>
    public IReadOnlyList<NamedType> Members { get; internal set; } = [];
}
