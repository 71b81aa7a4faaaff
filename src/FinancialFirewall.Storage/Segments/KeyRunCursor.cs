namespace FinancialFirewall.Storage.Segments;

/// <summary>Reads all entries of one kind of key of a segment, in order.</summary>
internal sealed class KeyRunCursor(Segment segment, BlockKind kind)
{
    private readonly KeyDirectory directory = kind == BlockKind.References ? segment.Footer.References : segment.Footer.Accounts;
    private List<KeyEntry> entries = [];
    private int page;
    private int next;

    /// <summary>The present entry, after <see cref="MoveNextAsync"/>.</summary>
    public KeyEntry Current { get; private set; }

    public async ValueTask<bool> MoveNextAsync()
    {
        while (next == entries.Count)
        {
            if (page == directory.PageCount)
            {
                return false;
            }

            (entries, next) = (await segment.ReadPageAsync(kind, directory, page++), 0);
        }

        Current = entries[next++];
        return true;
    }
}
