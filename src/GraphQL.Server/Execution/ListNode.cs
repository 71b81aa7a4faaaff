using GraphQL.Server.Types;

namespace GraphQL.Server.Execution;

/// <summary>A list of a response.</summary>
internal sealed class ListNode(ResponseNode parent, int slot, GraphType item, int count) : ResponseNode(parent, slot, count)
{
    protected override bool IsNonNull(int slot) => item is NonNullType;

    protected override object Key(int slot) => slot;
}
