using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>What is kept of an entry besides its windows.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct EntryHeader
{
    /// <summary>The hash that its key was added with.</summary>
    public ulong KeyHash;

    /// <summary>When it was first seen, in microseconds since the Unix epoch.</summary>
    public long FirstSeen;

    /// <summary>The entry's clock, which never goes back: what every window's state refers to.</summary>
    public long Latest;

    /// <summary>The hashes of the devices that were used, least recently used first.</summary>
    public SeriesState Devices;

    /// <summary>The bytes of all items of all series.</summary>
    public int ContentBytes;
}
