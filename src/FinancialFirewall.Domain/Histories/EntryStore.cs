namespace FinancialFirewall.Domain.Histories;

/// <summary>Rows of one length, numbered from 0, in pages: adding one never moves the others.</summary>
internal sealed class RowPages(int rowBytes)
{
    private const int RowBits = 6;
    private const int RowsPerPage = 1 << RowBits;

    private byte[][] pages = [];
    private int count;

    /// <summary>The bytes of all pages.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>A row; it stays where it is.</summary>
    public Span<byte> this[int row] => pages[row >> RowBits].AsSpan((row & (RowsPerPage - 1)) * rowBytes, rowBytes);

    /// <summary>Adds a row of zeros and returns its number.</summary>
    public int Add()
    {
        var page = count >> RowBits;
        if (page == pages.Length)
        {
            Array.Resize(ref pages, Math.Max(4, pages.Length * 2));
        }

        if (pages[page] is null)
        {
            pages[page] = new byte[RowsPerPage * rowBytes];
            AllocatedBytes += pages[page].Length;
        }

        return count++;
    }
}
