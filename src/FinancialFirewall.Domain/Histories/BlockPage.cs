using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>What a <see cref="BlockPool"/> knows of one of its pages, which is cut into blocks of one size.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct BlockPage
{
    /// <summary>No page, or no block.</summary>
    public const int None = -1;

    /// <summary>The page itself, which never moves.</summary>
    public byte[] Bytes;

    /// <summary>Where it starts. The array itself would be looked at for its length, which is one more wait for memory: it stands far from most blocks.</summary>
    public byte* First;

    /// <summary>How many blocks can be cut from it.</summary>
    public int Capacity;

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
    /// <param name="bytes">The page, allocated where nothing moves.</param>
    /// <param name="blockBytes">The bytes of a block.</param>
    public static BlockPage Fresh(byte[] bytes, int blockBytes) => new()
    {
        Bytes = bytes,
        First = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(bytes)),
        Capacity = bytes.Length / blockBytes,
        FirstFree = None,
        Previous = None,
        Next = None,
    };
}
