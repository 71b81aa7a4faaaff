namespace GraphQL.Server.Types;

/// <summary>A list.</summary>
public sealed class ListType : GraphType
{
    internal ListType(GraphType item) => Item = item;

    /// <summary>What is in the list.</summary>
    public GraphType Item { get; }

    /// <inheritdoc/>
    public override NamedType Named => Item.Named;

    /// <inheritdoc/>
    public override string ToString() => $"[{Item}]";
}
