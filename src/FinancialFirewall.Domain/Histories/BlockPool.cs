using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// Gives runs of small items their memory: blocks of a few sizes cut from shared pages, so that a hundred thousand entries are a few arrays and not
/// a graph of objects, and a steady state allocates nothing. A free block keeps the number of the next free one of its page in its first bytes; a page
/// whose blocks are all free serves another size.
/// </summary>
internal sealed class BlockPool
{
    private const int PageBytes = 64 * 1024;
    private const int SlotBits = 12;
    private const int FirstPageBlocks = 4;
    private const int MaximumPages = 1 << (31 - SlotBits);

    // Of each size, the pages that have a free block; of no size (0), the pages that are free as a whole.
    private readonly int[] withRoom = new int[BlockSizes.All.Length];
    private readonly int[] pagesOfSize = new int[BlockSizes.All.Length];
    private byte[][] pages = [];
    private BlockPage[] states = [];
    private int pageCount;

    public BlockPool() => withRoom.AsSpan().Fill(BlockPage.None);

    /// <summary>The bytes of all pages.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>The items of a run, oldest first; valid until the run changes.</summary>
    public Span<T> Items<T>(in SeriesState run)
        where T : unmanaged
        => run.Count == 0 ? default : Room<T>(run).Slice(run.Head, run.Count);

    /// <summary>The bytes of a run of bytes; valid until the run changes.</summary>
    public ReadOnlyMemory<byte> Bytes(in SeriesState run, int start, int length)
        => pages[run.Block >> SlotBits].AsMemory(OffsetOf(run) + run.Head + start, length);

    /// <summary>Adds an item behind the newest.</summary>
    public void Append<T>(ref SeriesState run, in T item)
        where T : unmanaged
    {
        MakeRoom<T>(ref run);
        run.Count++;
        Items<T>(run)[^1] = item;
    }

    /// <summary>Adds an item before the one at <paramref name="index"/>.</summary>
    public void Insert<T>(ref SeriesState run, int index, in T item)
        where T : unmanaged
    {
        MakeRoom<T>(ref run);
        run.Count++;
        var items = Items<T>(run);
        items[index..^1].CopyTo(items[(index + 1)..]);
        items[index] = item;
    }

    /// <summary>Replaces all items.</summary>
    public void Replace<T>(ref SeriesState run, ReadOnlySpan<T> items)
        where T : unmanaged
    {
        if (items.IsEmpty || items.Length * Unsafe.SizeOf<T>() > BlockSizes.All[run.SizeClass])
        {
            Clear(ref run);
        }

        if (items.IsEmpty)
        {
            return;
        }

        if (run.SizeClass == 0)
        {
            Rent(ref run, BlockSizes.ClassOf(items.Length * Unsafe.SizeOf<T>()));
        }

        run.Head = 0;
        run.Count = (ushort)items.Length;
        items.CopyTo(Items<T>(run));
    }

    /// <summary>Drops the oldest items, and gives back memory that has become too large.</summary>
    public void DropOldest<T>(ref SeriesState run, int count)
        where T : unmanaged
    {
        run.Head += (ushort)count;
        run.Count -= (ushort)count;
        if (run.Count == 0)
        {
            Clear(ref run);
        }
        else if (run.Count * 4 * Unsafe.SizeOf<T>() <= BlockSizes.All[run.SizeClass])
        {
            // Half as much again as is needed: the next few items must not make it grow at once.
            var wanted = BlockSizes.ClassOf(run.Count * Unsafe.SizeOf<T>() * 3 / 2);
            if (wanted < run.SizeClass)
            {
                Move<T>(ref run, wanted);
            }
        }
    }

    /// <summary>Drops the newest items.</summary>
    public void DropNewest<T>(ref SeriesState run, int count)
        where T : unmanaged
    {
        run.Count -= (ushort)count;
        if (run.Count == 0)
        {
            Clear(ref run);
        }
    }

    /// <summary>Drops all items and gives the block back.</summary>
    public void Clear(ref SeriesState run)
    {
        if (run.SizeClass != 0)
        {
            Return(run);
        }

        run.SizeClass = 0;
        run.Head = 0;
        run.Count = 0;
    }

    private static int OffsetOf(in SeriesState run) => (run.Block & ((1 << SlotBits) - 1)) * BlockSizes.All[run.SizeClass];

    private Span<T> Room<T>(in SeriesState run)
        where T : unmanaged
        => MemoryMarshal.Cast<byte, T>(pages[run.Block >> SlotBits].AsSpan(OffsetOf(run), BlockSizes.All[run.SizeClass]));

    private void MakeRoom<T>(ref SeriesState run)
        where T : unmanaged
    {
        if (run.SizeClass == 0)
        {
            Rent(ref run, BlockSizes.ClassOf(Unsafe.SizeOf<T>()));
            return;
        }

        var capacity = BlockSizes.All[run.SizeClass] / Unsafe.SizeOf<T>();
        if (run.Head + run.Count < capacity)
        {
            return;
        }

        if (run.Head * 4 >= capacity || (run.Head > 0 && run.SizeClass == BlockSizes.All.Length - 1))
        {
            var items = Items<T>(run);
            run.Head = 0;
            items.CopyTo(Items<T>(run));
        }
        else
        {
            Move<T>(ref run, Math.Max(Math.Min(run.SizeClass + 2, BlockSizes.All.Length - 1), BlockSizes.ClassOf((run.Count + 1) * Unsafe.SizeOf<T>())));
        }
    }

    private void Move<T>(ref SeriesState run, int sizeClass)
        where T : unmanaged
    {
        var old = run;
        Rent(ref run, sizeClass);
        run.Head = 0;
        Items<T>(old).CopyTo(Items<T>(run));
        Return(old);
    }

    private void Rent(ref SeriesState run, int sizeClass)
    {
        var page = withRoom[sizeClass];
        if (page == BlockPage.None)
        {
            page = TakePage(sizeClass);
        }

        ref var state = ref states[page];
        var slot = state.FirstFree;
        run.Block = (page << SlotBits) | (slot == BlockPage.None ? state.Cut : slot);
        run.SizeClass = (byte)sizeClass;
        if (slot == BlockPage.None)
        {
            state.Cut++;
        }
        else
        {
            state.FirstFree = Room<int>(run)[0];
        }

        if (++state.Used == pages[page].Length / BlockSizes.All[sizeClass])
        {
            Unlink(page, sizeClass);
        }
    }

    private void Return(in SeriesState run)
    {
        var page = run.Block >> SlotBits;
        ref var state = ref states[page];
        Room<int>(run)[0] = state.FirstFree;
        state.FirstFree = run.Block & ((1 << SlotBits) - 1);
        if (state.Used-- == pages[page].Length / BlockSizes.All[run.SizeClass])
        {
            Link(page, run.SizeClass);
        }

        if (state.Used == 0)
        {
            Unlink(page, run.SizeClass);
            pagesOfSize[run.SizeClass]--;
            Link(page, 0);
        }
    }

    private int TakePage(int sizeClass)
    {
        var page = withRoom[0];
        if (page != BlockPage.None && pages[page].Length >= BlockSizes.All[sizeClass])
        {
            Unlink(page, 0);
        }
        else
        {
            page = AddPage(sizeClass);
        }

        states[page] = BlockPage.Fresh;
        pagesOfSize[sizeClass]++;
        Link(page, sizeClass);
        return page;
    }

    private void Link(int page, int list)
    {
        var next = withRoom[list];
        states[page].Previous = BlockPage.None;
        states[page].Next = next;
        withRoom[list] = page;
        if (next != BlockPage.None)
        {
            states[next].Previous = page;
        }
    }

    private void Unlink(int page, int list)
    {
        var (previous, next) = (states[page].Previous, states[page].Next);
        if (previous == BlockPage.None)
        {
            withRoom[list] = next;
        }
        else
        {
            states[previous].Next = next;
        }

        if (next != BlockPage.None)
        {
            states[next].Previous = previous;
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
            Array.Resize(ref states, pages.Length);
        }

        // A table with few entries stays small: each size's pages start with a few blocks and double.
        var size = BlockSizes.All[sizeClass];
        var blocks = FirstPageBlocks << Math.Min(pagesOfSize[sizeClass], SlotBits);
        pages[pageCount] = new byte[Math.Clamp(blocks, 1, PageBytes / size) * size];
        AllocatedBytes += pages[pageCount].Length;
        return pageCount++;
    }
}
