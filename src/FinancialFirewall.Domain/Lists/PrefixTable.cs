using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Lists;

/// <summary>Finds the longest address range that holds an address and has not expired: one binary search for each prefix length that occurs.</summary>
internal sealed class PrefixTable
{
    private readonly (UInt128 Mask, UInt128[] Prefixes, int[] Entries)[] lengths;
    private readonly Instant[] expiries;

    /// <param name="ranges">Prefix, its length in bits, and the entry's number.</param>
    /// <param name="expiries">When each entry expires, by its number.</param>
    internal PrefixTable(IEnumerable<(UInt128 Prefix, int Length, int Entry)> ranges, Instant[] expiries)
    {
        this.expiries = expiries;
        lengths = [.. ranges.GroupBy(static range => range.Length).OrderByDescending(static same => same.Key).Select(Sort)];
    }

    /// <summary>The number of the entry; -1 where no range holds the address.</summary>
    internal int Find(UInt128 address, Instant at)
    {
        foreach (var (mask, prefixes, entries) in lengths)
        {
            var place = Array.BinarySearch(prefixes, address & mask);
            if (place >= 0 && at < expiries[entries[place]])
            {
                return entries[place];
            }
        }

        return -1;
    }

    // Of ranges that are the same, the one that expires last speaks for all.
    private (UInt128 Mask, UInt128[] Prefixes, int[] Entries) Sort(IGrouping<int, (UInt128 Prefix, int Length, int Entry)> same)
    {
        var sorted = same.GroupBy(static range => range.Prefix).OrderBy(static equal => equal.Key).ToList();
        var entries = sorted.Select(equal => equal.MaxBy(range => expiries[range.Entry].UnixMicroseconds).Entry);
        return (AddressText.Mask(same.Key), [.. sorted.Select(static equal => equal.Key)], [.. entries]);
    }
}
