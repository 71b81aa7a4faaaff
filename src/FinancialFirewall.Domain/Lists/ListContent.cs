using System.Collections.Immutable;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Lists;

/// <summary>
/// The contents of a list at one revision, as payments ask for them and as people look through them. A change gives new contents and shares with the old ones all but a
/// few layers: each layer has at most a sixteenth as many keys as the one below, so that a list of a million has six at the most, and a change costs on average as
/// much as building some forty entries anew. Immutable, and safe for use from several threads at once.
/// </summary>
public sealed class ListContent : ListMatcher
{
    private const int LayerRatio = 16;
    private const string FileSource = "POLICY";

    private readonly ImmutableArray<ListLayer> layers;
    private readonly Dictionary<ListLayer, RangeLayers.Ranges[]> knownRanges;
    private readonly RangeLayers? ranges;
    private readonly bool comparesNames;
    private readonly bool comparesTexts;

    private ListContent(PaymentMember? member, string hash, int revision, int count, ImmutableArray<ListLayer> layers, Dictionary<ListLayer, RangeLayers.Ranges[]> known)
    {
        (Member, Hash, Revision, Count, this.layers) = (member, hash, revision, count, layers);
        comparesNames = ListValues.IsName(member);
        comparesTexts = !ListValues.IsAddress(member);
        knownRanges = layers.Where(known.ContainsKey).ToDictionary(static layer => layer, layer => known[layer]);
        ranges = member is null || !comparesTexts ? RangeLayers.Of(member, layers, knownRanges) : null;
    }

    /// <summary>What the list watches.</summary>
    public PaymentMember? Member { get; }

    /// <summary>What holds these contents apart from any others: <see cref="ListChain"/>.</summary>
    public string Hash { get; }

    /// <summary>How many changes made them; 0 for an empty list that was never changed.</summary>
    public int Revision { get; }

    /// <summary>How many entries there are, expired ones included.</summary>
    public int Count { get; }

    /// <summary>The contents of a list that was never changed.</summary>
    public static ListContent Empty(PaymentMember? member) => new(member, ListChain.Begin(member), 0, 0, [], []);

    /// <summary>Contents of which only the next change needs to know, which replaces all of them.</summary>
    /// <param name="member">What the list watches.</param>
    /// <param name="hash">Their hash.</param>
    /// <param name="nextRevision">The revision after the next change.</param>
    public static ListContent Before(PaymentMember? member, string hash, int nextRevision) => new(member, hash, nextRevision - 1, 0, [], []);

    /// <summary>What a list holds whose entries stand in a policy file.</summary>
    /// <param name="list">The list; its entries have been checked.</param>
    public static ListContent Of(ListDefinition list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.Entries.Count == 0 ? Empty(list.Member) : Empty(list.Member).Apply(DeltaOf(list));
    }

    /// <summary>The change that makes an empty list one whose entries stand in a policy file. The file does not say who added which of them, and when.</summary>
    /// <param name="list">The list; its entries have been checked.</param>
    public static ListDelta DeltaOf(ListDefinition list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var writer = new ListBlockWriter(list.Member, null, new ListOrigin("", default, FileSource));

        // Two ways to write a range are one entry here: the one that expires last comes last.
        foreach (var entry in list.Entries.OrderBy(static entry => entry.ExpiresAt?.UnixMicroseconds ?? long.MaxValue))
        {
            if (writer.Add(entry) is { } error)
            {
                throw new ArgumentException($"List '{list.Name}': {error.Message}", nameof(list));
            }
        }

        return new ListDelta(Replaces: false, [writer.Close()]);
    }

    /// <summary>The contents after a change.</summary>
    public ListContent Apply(ListDelta delta) => Apply(delta, out _);

    /// <summary>The contents after a change, and what it did.</summary>
    public ListContent Apply(ListDelta delta, out ListChangeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(delta);
        var isBottom = delta.Replaces || layers.IsEmpty;
        var changes = ListLayer.Of(delta.Blocks, keepsRemovals: true);
        counts = Compare(changes, delta);
        var top = isBottom && changes.HasRemovals ? ListLayer.Of(delta.Blocks, keepsRemovals: false) : changes;
        var next = isBottom ? [top] : Merge(top);
        return new ListContent(Member, ListChain.Next(Hash, delta), Revision + 1, Count + counts.Added - counts.Removed, next, knownRanges);
    }

    /// <inheritdoc/>
    public override bool Contains(ReadOnlySpan<byte> utf8, Instant at) => Contains(utf8, XxHash64.Hash(utf8), at);

    /// <inheritdoc/>
    public override bool Contains(ReadOnlySpan<byte> utf8, ulong hash, Instant at) => TryFind(utf8, hash, at, out _, out _);

    /// <inheritdoc/>
    public override ListEntry? FindEntry(ReadOnlySpan<byte> utf8, Instant at)
        => TryFind(utf8, XxHash64.Hash(utf8), at, out var layer, out var number) ? layer!.EntryOf(number) : null;

    /// <summary>The entry of a key, expired or not; null where there is none.</summary>
    public ListEntry? Get(ReadOnlySpan<byte> key)
        => TryGet(layers, key, XxHash64.Hash(key), out var layer, out var number) ? layer!.EntryOf(number) : null;

    /// <summary>The entries with their keys, in the order of the keys' bytes.</summary>
    /// <param name="search">Which ones.</param>
    /// <param name="after">Only those behind this key; null for all.</param>
    public IEnumerable<KeyValuePair<ReadOnlyMemory<byte>, ListEntry>> Read(ListSearch search, ReadOnlyMemory<byte>? after = null)
    {
        ArgumentNullException.ThrowIfNull(search);
        var cursors = layers.Select(layer => new ListCursor(layer, search.From.Span, after)).ToList();
        while (true)
        {
            ListCursor? least = null;
            foreach (var cursor in cursors.Where(static cursor => !cursor.IsAtEnd))
            {
                // Of equal keys the newest layer's counts, which stands first.
                least = least is null || cursor.Key.Span.SequenceCompareTo(least.Key.Span) < 0 ? cursor : least;
            }

            if (least is null || !search.Holds(least.Key.Span))
            {
                yield break;
            }

            var (layer, number, key) = (least.Layer, least.Number, least.Key);
            foreach (var cursor in cursors.Where(cursor => !cursor.IsAtEnd && cursor.Key.Span.SequenceEqual(key.Span)))
            {
                cursor.MoveNext();
            }

            if (!layer.IsRemoval(number))
            {
                yield return KeyValuePair.Create(key, layer.EntryOf(number));
            }
        }
    }

    private static bool TryGet(ImmutableArray<ListLayer> layers, ReadOnlySpan<byte> key, ulong hash, out ListLayer? found, out int number)
    {
        foreach (var layer in layers)
        {
            number = layer.Find(key, hash);
            if (number >= 0)
            {
                found = layer;
                return !layer.IsRemoval(number);
            }
        }

        (found, number) = (null, -1);
        return false;
    }

    private bool TryFind(ReadOnlySpan<byte> utf8, ulong hash, Instant at, out ListLayer? layer, out int number)
    {
        if (comparesTexts)
        {
            var isHeld = comparesNames ? TryFindName(utf8, out layer, out number) : TryGet(layers, utf8, hash, out layer, out number);
            if (isHeld && at < layer!.ExpiryOf(number))
            {
                return true;
            }
        }

        (layer, number) = (null, -1);
        if (ranges is not null && AddressText.TryParse(utf8, out var address))
        {
            (layer, number) = ranges.Find(address, at);
        }

        return number >= 0;
    }

    private bool TryFindName(ReadOnlySpan<byte> utf8, out ListLayer? layer, out int number)
    {
        Span<byte> folded = stackalloc byte[NameText.MaximumLength];
        var length = NameText.Fold(utf8, folded);
        (layer, number) = (null, -1);
        return length >= 0 && TryGet(layers, folded[..length], XxHash64.Hash(folded[..length]), out layer, out number);
    }

    private ListChangeCounts Compare(ListLayer changes, ListDelta delta)
    {
        var (added, replaced, removed) = (0, 0, 0);
        for (var i = 0; i < changes.Count; i++)
        {
            var key = changes.KeyOf(i).Span;
            var wasHeld = TryGet(layers, key, XxHash64.Hash(key), out _, out _);
            var isRemoval = changes.IsRemoval(i);
            added += !isRemoval && !wasHeld ? 1 : 0;
            replaced += !isRemoval && wasHeld ? 1 : 0;
            removed += isRemoval && wasHeld ? 1 : 0;
        }

        var duplicates = delta.Blocks.Sum(static block => block.Count) - changes.Count;
        return new ListChangeCounts(added, replaced, delta.Replaces ? Count - replaced : removed, duplicates);
    }

    private ImmutableArray<ListLayer> Merge(ListLayer top)
    {
        var rest = layers;
        while (!rest.IsEmpty && (long)top.Count * LayerRatio > rest[0].Count)
        {
            top = ListLayer.Merge(top, rest[0], keepsRemovals: rest.Length > 1);
            rest = rest.RemoveAt(0);
        }

        return rest.Insert(0, top);
    }
}
