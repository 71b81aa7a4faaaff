using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>Where an entry's block keeps the items of one run, a series or the devices: one after the other, oldest first.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal struct SeriesState
{
    /// <summary>What <see cref="LostStamp"/> is where nothing was lost.</summary>
    public const ushort NothingLost = 0xFFFF;

    /// <summary>Where the run's room starts in the block, in units of <see cref="EntryStore.Unit"/> bytes.</summary>
    public ushort Start;

    /// <summary>The run's room, in the same units.</summary>
    public ushort Room;

    /// <summary>How many items' room is free before the first item.</summary>
    public ushort Head;

    /// <summary>How many items there are.</summary>
    public ushort Count;

    /// <summary>The low bits of the latest bucket that lost a payment for want of room.</summary>
    public ushort LostStamp;

    /// <summary>Whether more items of a size in bytes fit behind the last one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool HasRoom(int items, int size) => (Head + Count + items) * size <= Room * EntryStore.Unit;

    /// <summary>Whether a payment that may still be inside a window was lost for want of room.</summary>
    public readonly bool Lost => LostStamp != NothingLost;
}
