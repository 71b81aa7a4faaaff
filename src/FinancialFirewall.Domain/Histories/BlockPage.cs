using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>What a <see cref="BlockPool"/> knows of one of its pages, which is cut into blocks of one size.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct BlockPage
{
    /// <summary>No page, or no block.</summary>
    public const int None = -1;

    /// <summary>The bytes of a block.</summary>
    public int BlockBytes;

    /// <summary>How many blocks were cut from the page so far.</summary>
    public int Cut;

    /// <summary>How many blocks are in use.</summary>
    public int Used;

    /// <summary>The first block that was given back, or <see cref="None"/>.</summary>
    public int FirstFree;

    /// <summary>The page before in the list that this one is in.</summary>
    public int Previous;

    /// <summary>The page after in the list that this one is in.</summary>
    public int Next;

    /// <summary>A page from which nothing was cut yet.</summary>
    public static BlockPage Fresh(int blockBytes) => new() { BlockBytes = blockBytes, FirstFree = None, Previous = None, Next = None };
}
