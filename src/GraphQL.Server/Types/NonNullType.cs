namespace GraphQL.Server.Types;

/// <summary>A type that is never null.</summary>
public sealed class NonNullType : GraphType
{
    internal NonNullType(GraphType item) => Item = item;

    /// <summary>The same type with null.</summary>
    public GraphType Item { get; }

    /// <inheritdoc/>
    public override NamedType Named => Item.Named;

    /// <inheritdoc/>
    public override string ToString() => $"{Item}!";
}
