namespace GraphQL.Server.Execution;

/// <summary>An object or a list of a response on its way.</summary>
internal abstract class ResponseNode(ResponseNode? parent, int slot, int count)
{
    /// <summary>What it is part of; null for the root.</summary>
    public ResponseNode? Parent { get; } = parent;

    /// <summary>Its place in <see cref="Parent"/>.</summary>
    public int Slot { get; } = slot;

    /// <summary>What is in it: leaves as they are written, nodes, or null.</summary>
    public object?[] Values { get; } = new object?[count];

    /// <summary>Whether null took its place.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Whether nothing around it is gone either.</summary>
    public bool IsAlive
    {
        get
        {
            for (var node = this; node is not null; node = node.Parent)
            {
                if (node.IsGone)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Puts null into a place; where that must not be null, in the place of the node itself, and so on.</summary>
    public void SetNull(int slot)
    {
        var (node, at) = (this, slot);
        while (true)
        {
            node.Values[at] = null;
            if (!node.IsNonNull(at))
            {
                return;
            }

            node.IsGone = true;
            if (node.Parent is null)
            {
                return;
            }

            (node, at) = (node.Parent, node.Slot);
        }
    }

    /// <summary>The way to a place, from the root.</summary>
    public IReadOnlyList<object> Path(int slot)
    {
        var path = new List<object>();
        for (var (node, at) = (this, slot); node is not null; (node, at) = (node.Parent!, node.Slot))
        {
            path.Add(node.Key(at));
        }

        path.Reverse();
        return path;
    }

    protected abstract bool IsNonNull(int slot);

    protected abstract object Key(int slot);
}
