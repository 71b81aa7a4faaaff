
namespace FinancialFirewall.Storage.Segments;

/// <summary>Writes key entries, which come in their order, as pages of a segment.</summary>
internal sealed class KeyRunWriter(SegmentFileWriter file, BlockKind kind)
{
    private const int PageBytes = 4_096;

    private readonly PackedWriter page = new();
    private KeyEntry first;
    private KeyEntry last;
    private int count;

    /// <summary>Where the pages are.</summary>
    public KeyDirectory Directory { get; } = new();

    public void Add(in KeyEntry entry)
    {
        if (count == 0)
        {
            first = entry;
        }

        KeyPage.Write(page, count == 0 ? default : last, entry);
        last = entry;
        count++;
        if (page.Length >= PageBytes)
        {
            Finish();
        }
    }

    /// <summary>Ends the last page.</summary>
    public void Finish()
    {
        if (count > 0)
        {
            var offset = file.Position;
            Directory.Add(first, offset, file.Add(kind, page.Written, packs: false), count);
            page.Clear();
            count = 0;
        }
    }
}
