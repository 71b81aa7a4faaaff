using System.Buffers;

namespace FinancialFirewall.Storage.Segments;

/// <summary>Key entries that are collected in the order of their commits and then put into their own. The memory is borrowed: dispose of it.</summary>
internal sealed class KeyCollection : IDisposable
{
    private const int FirstCapacity = 1_024;

    // Fewer are sorted faster by comparing them.
    private const int FewEntries = 512;

    // The upper 24 bits tell nearly all keys of a log file apart; what they leave is sorted by comparing.
    private const int Digits = 3;
    private const int DigitBits = 8;
    private const int DigitValues = 1 << DigitBits;
    private const int LowestDigit = KeyEntry.FingerprintBits - (Digits * DigitBits);

    private KeyEntry[] entries = ArrayPool<KeyEntry>.Shared.Rent(FirstCapacity);

    public int Count { get; private set; }

    public void Add(in KeyEntry entry)
    {
        if (Count == entries.Length)
        {
            var grown = ArrayPool<KeyEntry>.Shared.Rent(2 * Count);
            entries.AsSpan(0, Count).CopyTo(grown);
            Take(grown);
        }

        entries[Count++] = entry;
    }

    /// <summary>Puts all entries into their order, by counting digits instead of comparing.</summary>
    /// <returns>The entries; valid until more are added.</returns>
    public ReadOnlyMemory<KeyEntry> Sort()
    {
        if (Count < FewEntries)
        {
            entries.AsSpan(0, Count).Sort();
            return entries.AsMemory(0, Count);
        }

        var scratch = ArrayPool<KeyEntry>.Shared.Rent(Count);

        // Later addresses come first, and each pass keeps the order of what is equal.
        entries.AsSpan(0, Count).Reverse();
        Span<int> starts = stackalloc int[Digits * DigitValues];
        CountDigits(starts);
        for (var digit = 0; digit < Digits; digit++)
        {
            var of = starts.Slice(digit * DigitValues, DigitValues);
            if (Spread(entries.AsSpan(0, Count), scratch, of, LowestDigit + (digit * DigitBits)))
            {
                (entries, scratch) = (scratch, entries);
            }
        }

        ArrayPool<KeyEntry>.Shared.Return(scratch);
        SortRest(entries.AsSpan(0, Count));
        return entries.AsMemory(0, Count);
    }

    public void Dispose() => Take([]);

    /// <summary>Moves entries to their places by one digit.</summary>
    /// <returns>Whether anything moved: not where all have the same digit.</returns>
    private static bool Spread(ReadOnlySpan<KeyEntry> from, Span<KeyEntry> to, Span<int> starts, int shift)
    {
        var total = 0;
        foreach (ref var start in starts)
        {
            if (start == from.Length)
            {
                return false;
            }

            (start, total) = (total, total + start);
        }

        foreach (ref readonly var entry in from)
        {
            to[starts[(int)(entry.Fingerprint >> shift) & (DigitValues - 1)]++] = entry;
        }

        return true;
    }

    /// <summary>Sorts neighbours with the same digits, where they are not in order by chance.</summary>
    private static void SortRest(Span<KeyEntry> sorted)
    {
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] < sorted[i - 1])
            {
                var digits = sorted[i].Fingerprint >> LowestDigit;
                var (start, end) = (i - 1, i + 1);
                for (; start > 0 && sorted[start - 1].Fingerprint >> LowestDigit == digits; start--)
                {
                }

                for (; end < sorted.Length && sorted[end].Fingerprint >> LowestDigit == digits; end++)
                {
                }

                sorted[start..end].Sort();
                i = end - 1;
            }
        }
    }

    private void CountDigits(Span<int> counts)
    {
        foreach (ref readonly var entry in entries.AsSpan(0, Count))
        {
            for (var digit = 0; digit < Digits; digit++)
            {
                counts[(digit * DigitValues) + ((int)(entry.Fingerprint >> (LowestDigit + (digit * DigitBits))) & (DigitValues - 1))]++;
            }
        }
    }

    private void Take(KeyEntry[] other)
    {
        ArrayPool<KeyEntry>.Shared.Return(entries);
        entries = other;
    }
}
