
namespace FinancialFirewall.Storage.Segments;

/// <summary>Where the pages of one kind of key begin, in memory: 24 bytes a page of some 500 entries.</summary>
internal sealed class KeyDirectory
{
    private readonly List<KeyEntry> firsts = [];
    private readonly List<long> offsets = [];
    private long end;

    /// <summary>How many entries all pages have.</summary>
    public long EntryCount { get; private set; }

    public int PageCount => firsts.Count;

    public void Add(in KeyEntry first, long offset, int length, int entries)
    {
        firsts.Add(first);
        offsets.Add(offset);
        end = offset + length;
        EntryCount += entries;
    }

    /// <summary>Where a page is.</summary>
    public (long Offset, int Length) this[int page] => (offsets[page], (int)((page + 1 < offsets.Count ? offsets[page + 1] : end) - offsets[page]));

    /// <summary>The page on which an entry is, or would be.</summary>
    public int Find(in KeyEntry entry)
    {
        var (low, high) = (0, firsts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = firsts[middle] <= entry ? (middle + 1, high) : (low, middle);
        }

        return Math.Max(0, low - 1);
    }

    /// <summary>Whether a page may begin with entries of this fingerprint.</summary>
    public bool MayContinue(int page, ulong fingerprint) => page < firsts.Count && firsts[page].Fingerprint <= fingerprint;

    public void Write(PackedWriter writer)
    {
        writer.Number(EntryCount);
        writer.Number(firsts.Count);
        writer.Number(firsts.Count == 0 ? 0 : offsets[0]);
        var before = default(KeyEntry);
        for (var i = 0; i < firsts.Count; i++)
        {
            writer.Number(firsts[i].Fingerprint - before.Fingerprint);
            writer.Number(firsts[i].Address);
            writer.Number((ulong)this[i].Length);
            before = firsts[i];
        }
    }

    /// <exception cref="InvalidDataException">These are not the bytes of a directory.</exception>
    public static KeyDirectory Read(ref PackedReader reader)
    {
        var directory = new KeyDirectory { EntryCount = (long)reader.Number() };
        var pages = reader.Count(int.MaxValue);
        var offset = (long)reader.Number();
        var fingerprint = 0UL;
        for (var i = 0; i < pages; i++)
        {
            fingerprint += reader.Number();
            var first = new KeyEntry(fingerprint, reader.Number());
            var length = reader.Count(BlockCodec.MaximumRawLength);
            directory.Add(first, offset, length, 0);
            offset += length;
        }

        return directory;
    }
}
