using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Bytes;

namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// Cuts blocks of a few sizes from shared pages, so that a hundred thousand entries are a few arrays and not a graph of objects, and a steady state
/// allocates nothing. A block is named by its page and where it starts there. A free block keeps the start of the next free one of its page in its first bytes; a
/// page whose blocks are all free serves another size.
/// </summary>
internal sealed class BlockPool
{
    private const int PageBytes = 64 * 1024;
    private const int StartBits = 13;
    private const int FirstPageBlocks = 4;
    private const int MaximumPages = 1 << (31 - StartBits);

    // Of each size, the pages that have a free block; of no size (0), the pages that are free as a whole.
    private readonly int[] withRoom = new int[BlockSizes.All.Length];
    private readonly int[] pagesOfSize = new int[BlockSizes.All.Length];
    private BlockPage[] pages = [];
    private int pageCount;

    public BlockPool() => withRoom.AsSpan().Fill(BlockPage.None);

    /// <summary>The bytes of all pages.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>The page that a block lies in.</summary>
    public byte[] PageOf(int block) => pages[block >> StartBits].Bytes;

    /// <summary>Where a block starts in its page.</summary>
    public static int StartOf(int block) => (block & ((1 << StartBits) - 1)) * BlockSizes.Unit;

    /// <summary>Gives out a block; what it holds is left from before.</summary>
    public unsafe BlockPlace Rent(int sizeClass)
    {
        var page = withRoom[sizeClass];
        if (page == BlockPage.None)
        {
            page = TakePage(sizeClass);
        }

        ref var state = ref pages[page];
        var size = BlockSizes.All[sizeClass];
        var start = state.FirstFree;
        if (start == BlockPage.None)
        {
            start = state.Cut++ * (size / BlockSizes.Unit);
        }
        else
        {
            state.FirstFree = *(int*)(state.First + (start * BlockSizes.Unit));
            if (state.FirstFree != BlockPage.None)
            {
                // Who rents the next one would have to wait for what it says of the one behind it.
                CacheLines.Approach(in *(state.First + (state.FirstFree * BlockSizes.Unit)));
            }
        }

        var first = state.First + (start * BlockSizes.Unit);
        if (++state.Used == state.Capacity)
        {
            Unlink(page, sizeClass);
        }

        return new BlockPlace(first, (page << StartBits) | start, size);
    }

    /// <summary>Asks for the memory in which a block is taken back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ApproachPage(int block) => CacheLines.Approach(in pages[block >> StartBits]);

    /// <summary>Takes a block back.</summary>
    public unsafe void Return(int block, int sizeClass)
    {
        var page = block >> StartBits;
        ref var state = ref pages[page];
        *(int*)(state.First + StartOf(block)) = state.FirstFree;
        state.FirstFree = block & ((1 << StartBits) - 1);
        if (state.Used-- == state.Capacity)
        {
            Link(page, sizeClass);
        }

        if (state.Used == 0)
        {
            Unlink(page, sizeClass);
            pagesOfSize[sizeClass]--;
            Link(page, 0);
        }
    }

    private int TakePage(int sizeClass)
    {
        var page = withRoom[0];
        if (page != BlockPage.None && pages[page].Bytes.Length >= BlockSizes.All[sizeClass])
        {
            Unlink(page, 0);
        }
        else
        {
            page = AddPage(sizeClass);
        }

        pages[page] = BlockPage.Fresh(pages[page].Bytes, BlockSizes.All[sizeClass]);
        pagesOfSize[sizeClass]++;
        Link(page, sizeClass);
        return page;
    }

    private void Link(int page, int list)
    {
        var next = withRoom[list];
        pages[page].Previous = BlockPage.None;
        pages[page].Next = next;
        withRoom[list] = page;
        if (next != BlockPage.None)
        {
            pages[next].Previous = page;
        }
    }

    private void Unlink(int page, int list)
    {
        var (previous, next) = (pages[page].Previous, pages[page].Next);
        if (previous == BlockPage.None)
        {
            withRoom[list] = next;
        }
        else
        {
            pages[previous].Next = next;
        }

        if (next != BlockPage.None)
        {
            pages[next].Previous = previous;
        }
    }

    private int AddPage(int sizeClass)
    {
        if (pageCount == MaximumPages)
        {
            throw new InvalidOperationException($"One history table holds at most {MaximumPages} pages of {PageBytes} bytes.");
        }

        if (pageCount == pages.Length)
        {
            Array.Resize(ref pages, Math.Max(16, pages.Length * 2));
        }

        // A table with few entries stays small: each size's pages start with a few blocks and double.
        var size = BlockSizes.All[sizeClass];
        var blocks = FirstPageBlocks << Math.Min(pagesOfSize[sizeClass], StartBits);
        pages[pageCount].Bytes = GC.AllocateArray<byte>(Math.Clamp(blocks, 1, Math.Max(1, PageBytes / size)) * size, pinned: true);
        AllocatedBytes += pages[pageCount].Bytes.Length;
        return pageCount++;
    }
}
