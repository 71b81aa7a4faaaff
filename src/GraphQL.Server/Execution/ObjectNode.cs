using GraphQL.Server.Types;

namespace GraphQL.Server.Execution;

/// <summary>An object of a response.</summary>
internal sealed class ObjectNode(ResponseNode? parent, int slot, PlannedField[] fields, ObjectType type, object? source)
    : ResponseNode(parent, slot, fields.Length)
{
    public PlannedField[] Fields { get; } = fields;

    public ObjectType Type { get; } = type;

    /// <summary>What resolvers gave for it.</summary>
    public object? Source { get; } = source;

    protected override bool IsNonNull(int slot) => Fields[slot].IsNonNull;

    protected override object Key(int slot) => Fields[slot].ResponseName;
}
