using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>What is kept of an entry besides its windows, its key and its devices.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct EntryHeader
{
    /// <summary>The hash that its key was added with.</summary>
    public ulong KeyHash;

    /// <summary>When it was first seen, in microseconds since the Unix epoch.</summary>
    public long FirstSeen;

    /// <summary>The entry's clock, which never goes back: what every window's state refers to.</summary>
    public long Latest;

    /// <summary>The bytes of all items of all series.</summary>
    public int ContentBytes;

    /// <summary>The bytes of its key.</summary>
    public ushort KeyLength;

    /// <summary>How much of the block is given to header, key and runs, in units of <see cref="EntryStore.Unit"/> bytes.</summary>
    public ushort Used;

    /// <summary>The block's size class.</summary>
    public int SizeClass;
}
