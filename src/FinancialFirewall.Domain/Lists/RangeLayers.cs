using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Lists;

/// <summary>
/// Finds the longest range of addresses that holds an address and has not expired, in the layers of a list: for each length of a prefix that occurs, one binary
/// search a layer, the newest first. What a newer layer says of a range hides what an older one says of the same.
/// </summary>
internal sealed class RangeLayers
{
    private readonly (UInt128 Mask, Ranges[] Layers)[] lengths;

    private RangeLayers((UInt128 Mask, Ranges[] Layers)[] lengths) => this.lengths = lengths;

    /// <summary>The ranges of a list's layers; null where there are none.</summary>
    /// <param name="member">What the list watches.</param>
    /// <param name="layers">The layers, the newest first.</param>
    /// <param name="known">The ranges of layers that were looked at before; takes those of the others.</param>
    public static RangeLayers? Of(PaymentMember? member, IReadOnlyList<ListLayer> layers, Dictionary<ListLayer, Ranges[]> known)
    {
        foreach (var layer in layers.Where(layer => !known.ContainsKey(layer)))
        {
            known.Add(layer, RangesOf(member, layer));
        }

        var longestFirst = layers.SelectMany(layer => known[layer]).GroupBy(static ranges => ranges.Length).OrderByDescending(static same => same.Key)
            .Select(static same => (AddressText.Mask(same.Key), same.ToArray())).ToArray();
        return longestFirst.Length == 0 ? null : new RangeLayers(longestFirst);
    }

    /// <summary>The layer and the number of the entry; a number below 0 where no range holds the address.</summary>
    public (ListLayer? Layer, int Number) Find(UInt128 address, Instant at)
    {
        foreach (var (mask, layers) in lengths)
        {
            foreach (var ranges in layers)
            {
                var place = Array.BinarySearch(ranges.Prefixes, address & mask);
                if (place < 0)
                {
                    continue;
                }

                if (at < ranges.Layer.ExpiryOf(ranges.Numbers[place]))
                {
                    return (ranges.Layer, ranges.Numbers[place]);
                }

                break;
            }
        }

        return (null, -1);
    }

    private static Ranges[] RangesOf(PaymentMember? member, ListLayer layer)
    {
        var found = new List<(UInt128 Prefix, int Length, int Number)>();
        for (var i = 0; i < layer.Count; i++)
        {
            if (ListKey.TryGetRange(member, layer.KeyOf(i).Span, out var prefix, out var length))
            {
                found.Add((prefix, length, i));
            }
        }

        return [.. found.GroupBy(static range => range.Length).Select(same => Sort(layer, same))];
    }

    private static Ranges Sort(ListLayer layer, IGrouping<int, (UInt128 Prefix, int Length, int Number)> same)
    {
        var sorted = same.OrderBy(static range => range.Prefix).ToList();
        return new Ranges(layer, same.Key, [.. sorted.Select(static range => range.Prefix)], [.. sorted.Select(static range => range.Number)]);
    }

    /// <summary>The ranges of one length in one layer, in the order of their addresses.</summary>
    internal sealed record Ranges(ListLayer Layer, int Length, UInt128[] Prefixes, int[] Numbers);
}
