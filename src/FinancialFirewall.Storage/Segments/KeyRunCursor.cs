namespace FinancialFirewall.Storage.Segments;

/// <summary>Reads all entries of one kind of key of a segment, in order. They are not kept for others: nobody asks for all of them twice.</summary>
internal sealed class KeyRunCursor(Segment segment, BlockKind kind)
{
    private const int WindowBytes = 256 * 1024;

    private readonly KeyDirectory directory = kind == BlockKind.References ? segment.Footer.References : segment.Footer.Accounts;
    private readonly SegmentWindow window = new(segment, WindowBytes);
    private readonly List<KeyEntry> entries = [];
    private int page;
    private int next;

    /// <summary>The present entry, after <see cref="MoveNext"/> or <see cref="MoveNextAsync"/>.</summary>
    public KeyEntry Current { get; private set; }

    /// <summary>Moves on where the next entry was read already.</summary>
    public bool MoveNext()
    {
        if (next == entries.Count)
        {
            return false;
        }

        Current = entries[next++];
        return true;
    }

    public async ValueTask<bool> MoveNextAsync()
    {
        while (!MoveNext())
        {
            if (page == directory.PageCount)
            {
                return false;
            }

            var (offset, length) = directory[page++];
            segment.OpenPage(kind, offset, await window.ReadAsync(offset, length), entries);
            next = 0;
        }

        return true;
    }
}
