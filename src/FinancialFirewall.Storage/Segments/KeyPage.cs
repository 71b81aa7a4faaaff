using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// The bytes of a page of key entries, all numbers packed: of each entry <c>fingerprint − the one before</c>, the partition, and the sequence; where the
/// fingerprint and the partition are those of the entry before, the sequence is kept as the difference to its.
/// <code>| fingerprint difference | partition | sequence, or sequence before − sequence | ...</code>
/// </summary>
internal static class KeyPage
{
    private const int SequenceBits = 48;
    private const ulong SequenceMask = (1UL << SequenceBits) - 1;

    public static void Write(PackedWriter writer, in KeyEntry before, in KeyEntry entry)
    {
        var difference = entry.Fingerprint - before.Fingerprint;
        var partition = entry.Address >> SequenceBits;
        writer.Number(difference);
        writer.Number(partition);
        var sequence = entry.Address & SequenceMask;
        writer.Number(difference == 0 && partition == before.Address >> SequenceBits ? (before.Address & SequenceMask) - sequence : sequence);
    }

    /// <exception cref="InvalidDataException">These are not the bytes of a page.</exception>
    public static KeyEntry Read(ref PackedReader reader, in KeyEntry before)
    {
        var difference = reader.Number();
        var partition = (ulong)reader.Count(ushort.MaxValue);
        var number = reader.Number();
        var sequence = difference == 0 && partition == before.Address >> SequenceBits ? (before.Address & SequenceMask) - number : number;
        return new(before.Fingerprint + difference, (partition << SequenceBits) | (sequence & SequenceMask));
    }

    /// <summary>Makes <paramref name="entries"/> all entries of a page.</summary>
    /// <returns>How many there are.</returns>
    /// <exception cref="InvalidDataException">These are not the bytes of a page.</exception>
    public static int ReadAll(ReadOnlySpan<byte> page, List<KeyEntry> entries)
    {
        entries.Clear();
        var reader = new PackedReader(page);
        var entry = default(KeyEntry);
        while (!reader.IsAtEnd)
        {
            entries.Add(entry = Read(ref reader, entry));
        }

        return entries.Count;
    }

    /// <summary>Adds the records of a page that have the fingerprint of <paramref name="wanted"/>, from it on, to those that were found; the rest of the page is not read.</summary>
    /// <param name="page">The bytes of the page.</param>
    /// <param name="wanted">The first entry that counts.</param>
    /// <param name="maximum">How many are found at the most.</param>
    /// <param name="found">Takes the records.</param>
    /// <returns>How many were found.</returns>
    /// <exception cref="InvalidDataException">These are not the bytes of a page.</exception>
    public static int Find(ReadOnlySpan<byte> page, in KeyEntry wanted, int maximum, List<RecordAddress> found)
    {
        var reader = new PackedReader(page);
        var entry = default(KeyEntry);
        while (!reader.IsAtEnd && found.Count < maximum && (entry = Read(ref reader, entry)).Fingerprint <= wanted.Fingerprint)
        {
            if (entry >= wanted)
            {
                found.Add(entry.Record);
            }
        }

        return found.Count;
    }
}
