namespace FinancialFirewall.Domain.Lists;

/// <summary>Goes through one layer in the order of its keys.</summary>
internal sealed class ListCursor
{
    private readonly int[] order;
    private int at;

    /// <param name="layer">The layer.</param>
    /// <param name="from">The least key to begin with.</param>
    /// <param name="after">Where given, begins behind this key.</param>
    public ListCursor(ListLayer layer, ReadOnlySpan<byte> from, ReadOnlyMemory<byte>? after)
    {
        Layer = layer;
        order = layer.Order();
        at = after is { } last && last.Span.SequenceCompareTo(from) >= 0 ? FirstAt(last.Span, isBehind: true) : FirstAt(from, isBehind: false);
    }

    /// <summary>The layer.</summary>
    public ListLayer Layer { get; }

    /// <summary>Whether there is no further key.</summary>
    public bool IsAtEnd => at == order.Length;

    /// <summary>The number of the key in its layer.</summary>
    public int Number => order[at];

    /// <summary>The key.</summary>
    public ReadOnlyMemory<byte> Key => Layer.KeyOf(Number);

    /// <summary>Goes to the next key.</summary>
    public void MoveNext() => at++;

    private int FirstAt(ReadOnlySpan<byte> key, bool isBehind)
    {
        var (low, high) = (0, order.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var comparison = Layer.KeyOf(order[middle]).Span.SequenceCompareTo(key);
            (low, high) = comparison < 0 || (isBehind && comparison == 0) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
