namespace FinancialFirewall.Domain.Expressions;

/// <summary>Ranges of addresses, merged and in order, so that asking takes one binary search and allocates nothing.</summary>
internal sealed class AddressSet
{
    private readonly AddressRange[] shortRanges;
    private readonly AddressRange[] longRanges;

    /// <summary>Takes ranges that were found to be ranges when the condition was checked.</summary>
    /// <exception cref="ArgumentException">One of them is none.</exception>
    public AddressSet(IEnumerable<string> texts)
    {
        var ordered = texts.Select(Parse).OrderBy(static range => range.First).ToLookup(static range => range.IsShort);
        shortRanges = Merge(ordered[true]);
        longRanges = Merge(ordered[false]);
    }

    /// <summary>Whether a range holds an address; what is no address is in none.</summary>
    public bool Contains(ReadOnlySpan<byte> utf8)
    {
        if (!AddressText.TryParse(utf8, out var address))
        {
            return false;
        }

        var ranges = AddressRange.IsMapped(address) ? shortRanges : longRanges;
        var (low, high) = (0, ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (ranges[middle].Contains(address))
            {
                return true;
            }

            (low, high) = address < ranges[middle].First ? (low, middle - 1) : (middle + 1, high);
        }

        return false;
    }

    private static AddressRange Parse(string text)
        => AddressRange.TryParse(text, out var range) ? range : throw new ArgumentException($"'{text}' is no range of addresses.", nameof(text));

    private static AddressRange[] Merge(IEnumerable<AddressRange> ordered)
    {
        var merged = new List<AddressRange>();
        foreach (var range in ordered)
        {
            if (merged.Count == 0 || range.First > merged[^1].Last)
            {
                merged.Add(range);
            }
            else
            {
                merged[^1] = merged[^1] with { Last = UInt128.Max(merged[^1].Last, range.Last) };
            }
        }

        return [.. merged];
    }
}
