using System.Text;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Lists;

/// <summary>
/// The entries of one list, prepared so that asking allocates nothing. How values compare follows from the member: account numbers, countries and
/// other texts by their normal form, names without regard to case and spacing, IP addresses by ranges. A list without a member compares texts, knows
/// valid IBANs in any spacing, and takes entries such as <c>10.0.0.0/8</c> for ranges as well. Immutable, and safe for use from several threads at once.
/// </summary>
public sealed class CompiledList : ListMatcher
{
    private readonly bool comparesNames;
    private readonly TextTable? texts;
    private readonly PrefixTable? ranges;
    private readonly Instant[] expiries;

    /// <summary>Prepares a list that has been checked.</summary>
    /// <exception cref="ArgumentException">A value does not fit the list's member.</exception>
    public CompiledList(ListDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Definition = definition;
        comparesNames = ListValues.IsName(definition.Member);
        expiries = [.. definition.Entries.Select(static entry => entry.ExpiresAt ?? new Instant(long.MaxValue))];
        var normal = definition.Entries.Select(entry => Normalise(definition, entry)).ToList();
        texts = ListValues.IsAddress(definition.Member) ? null : new TextTable(normal);
        ranges = ListValues.IsAddress(definition.Member) || definition.Member is null ? RangesOf(definition) : null;
    }

    /// <summary>The list that it was made from.</summary>
    public ListDefinition Definition { get; }

    /// <inheritdoc/>
    public override bool Contains(ReadOnlySpan<byte> utf8, Instant at) => Find(utf8, at) >= 0;

    /// <inheritdoc/>
    public override bool Contains(ReadOnlySpan<byte> utf8, ulong hash, Instant at) => Find(utf8, hash, at) >= 0;

    /// <inheritdoc/>
    public override ListEntry? FindEntry(ReadOnlySpan<byte> utf8, Instant at) => Find(utf8, at) is >= 0 and var index ? Definition.Entries[index] : null;

    /// <summary>The index of the entry that holds a value at a time; of ranges the longest prefix; -1 where there is none.</summary>
    /// <param name="utf8">The value's UTF-8 bytes in its normal form.</param>
    /// <param name="at">The time of the assessment.</param>
    public int Find(ReadOnlySpan<byte> utf8, Instant at) => Find(utf8, XxHash64.Hash(utf8), at);

    /// <summary>The same for a caller that knows XxHash64 of the value already.</summary>
    /// <param name="utf8">The value's UTF-8 bytes in its normal form.</param>
    /// <param name="hash">XxHash64 of them.</param>
    /// <param name="at">The time of the assessment.</param>
    internal int Find(ReadOnlySpan<byte> utf8, ulong hash, Instant at)
    {
        var entry = texts is null ? -1 : comparesNames ? FindName(texts, utf8) : texts.Find(utf8, hash);
        if (entry >= 0 && at < expiries[entry])
        {
            return entry;
        }

        return ranges is not null && AddressText.TryParse(utf8, out var address) ? ranges.Find(address, at) : -1;
    }

    private static int FindName(TextTable names, ReadOnlySpan<byte> utf8)
    {
        Span<byte> folded = stackalloc byte[NameText.MaximumLength];
        var length = NameText.Fold(utf8, folded);
        return length < 0 ? -1 : names.Find(folded[..length], XxHash64.Hash(folded[..length]));
    }

    private PrefixTable? RangesOf(ListDefinition definition)
    {
        var found = new List<(UInt128 Prefix, int Length, int Entry)>();
        for (var i = 0; i < definition.Entries.Count; i++)
        {
            var value = definition.Entries[i].Value.Trim();
            var isMeant = definition.Member is not null || value.Contains('/', StringComparison.Ordinal);
            if (isMeant && AddressText.TryParseRange(Encoding.UTF8.GetBytes(value), out var prefix, out var length))
            {
                found.Add((prefix, length, i));
            }
        }

        return found.Count == 0 ? null : new PrefixTable(found, expiries);
    }

    private static string Normalise(ListDefinition definition, ListEntry entry)
    {
        if (!ListValues.TryNormalise(definition.Member, entry.Value, out var normal, out var message))
        {
            throw new ArgumentException($"List '{definition.Name}': {message}", nameof(definition));
        }

        return normal;
    }
}
