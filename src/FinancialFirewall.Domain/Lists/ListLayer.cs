using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Lists;

/// <summary>
/// Changes of a list's entries, each key once, found by the key without allocation. A removal is an entry that has always been expired: it hides the same
/// key in the layers below. Immutable but for its order, which is worked out when somebody first asks for it; safe for use from several threads at once.
/// </summary>
internal sealed class ListLayer
{
    private readonly ListBlock[] blocks;
    private readonly Place[] places;
    private readonly TextTable keys;
    private readonly Instant[] expiries;
    private int[]? order;

    private ListLayer(ListBlock[] blocks, Place[] places, TextTable keys, Instant[] expiries)
        => (this.blocks, this.places, this.keys, this.expiries) = (blocks, places, keys, expiries);

    /// <summary>How many keys it has, removals included.</summary>
    public int Count => places.Length;

    /// <summary>Whether any of its keys stands for a removal.</summary>
    public bool HasRemovals => Array.Exists(expiries, static expiry => expiry.UnixMicroseconds == long.MinValue);

    /// <summary>The changes of blocks, of which a later one counts before an earlier one of the same key.</summary>
    public static ListLayer Of(IReadOnlyList<ListBlock> blocks, bool keepsRemovals)
    {
        var newestFirst = new Place[blocks.Sum(static block => block.Count)];
        var free = newestFirst.Length;
        for (var number = 0; number < blocks.Count; number++)
        {
            var offset = blocks[number].First;
            for (var i = 0; i < blocks[number].Count; i++)
            {
                newestFirst[--free] = new Place(number, offset);
                offset = blocks[number].ChangeAt(offset).Next;
            }
        }

        return Build([.. blocks], newestFirst, keepsRemovals);
    }

    /// <summary>Both layers as one.</summary>
    /// <param name="newer">Counts before the other.</param>
    /// <param name="older">Lies below.</param>
    /// <param name="keepsRemovals">Whether there are layers below both.</param>
    public static ListLayer Merge(ListLayer newer, ListLayer older, bool keepsRemovals)
    {
        var both = new Place[newer.Count + older.Count];
        newer.places.CopyTo(both, 0);
        for (var i = 0; i < older.Count; i++)
        {
            both[newer.Count + i] = older.places[i] with { Block = older.places[i].Block + newer.blocks.Length };
        }

        return Build([.. newer.blocks, .. older.blocks], both, keepsRemovals);
    }

    /// <summary>The number of a key; -1 where it is not in the layer.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">XxHash64 of it.</param>
    public int Find(ReadOnlySpan<byte> key, ulong hash) => keys.Find(key, hash);

    /// <summary>The key of a number.</summary>
    public ReadOnlyMemory<byte> KeyOf(int number) => keys.MemoryOf(number);

    /// <summary>From when on an entry no longer counts.</summary>
    public Instant ExpiryOf(int number) => expiries[number];

    /// <summary>Whether a number stands for a removal.</summary>
    public bool IsRemoval(int number) => expiries[number].UnixMicroseconds == long.MinValue;

    /// <summary>The entry of a number.</summary>
    public ListEntry EntryOf(int number) => blocks[places[number].Block].EntryAt(places[number].Offset);

    /// <summary>The numbers in the order of their keys' bytes.</summary>
    public int[] Order()
    {
        if (order is { } present)
        {
            return present;
        }

        var sorted = new int[Count];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = i;
        }

        Array.Sort(sorted, (left, right) => keys.TextOf(left).SequenceCompareTo(keys.TextOf(right)));
        return order = sorted;
    }

    private static ListLayer Build(ListBlock[] blocks, Place[] newestFirst, bool keepsRemovals)
    {
        var built = BuildWithoutChoice(blocks, newestFirst);
        var isChosen = new bool[newestFirst.Length];
        var chosen = 0;
        for (var i = 0; i < newestFirst.Length; i++)
        {
            var key = built.keys.TextOf(i);
            isChosen[i] = (keepsRemovals || !built.IsRemoval(i)) && built.keys.Find(key, XxHash64.Hash(key)) == i;
            chosen += isChosen[i] ? 1 : 0;
        }

        return chosen == newestFirst.Length ? built : BuildWithoutChoice(blocks, [.. newestFirst.Where((_, number) => isChosen[number])]);
    }

    private static ListLayer BuildWithoutChoice(ListBlock[] blocks, Place[] places)
    {
        var length = 0L;
        foreach (var place in places)
        {
            length += blocks[place.Block].ChangeAt(place.Offset).Key.Length;
        }

        var (bytes, ends, expiries) = (new byte[checked((int)length)], new int[places.Length], new Instant[places.Length]);
        var end = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var change = blocks[places[i].Block].ChangeAt(places[i].Offset);
            change.Key.CopyTo(bytes.AsSpan(end));
            end += change.Key.Length;
            (ends[i], expiries[i]) = (end, change.ExpiresAt);
        }

        return new ListLayer(blocks, places, new TextTable(bytes, ends), expiries);
    }

    /// <summary>Where a change stands: the block, and the place in it.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(int Block, int Offset);
}
