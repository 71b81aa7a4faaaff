using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>Where one entry keeps the items of one series: a run of them, oldest first, in a block of a <see cref="BlockPool"/>.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct SeriesState
{
    /// <summary>The block; meaningless while <see cref="SizeClass"/> is 0.</summary>
    public int Block;

    /// <summary>How many items' room is free before the first item.</summary>
    public ushort Head;

    /// <summary>How many items there are.</summary>
    public ushort Count;

    /// <summary>The low bits of the latest bucket that lost a payment for want of room; meaningless unless <see cref="Lost"/>.</summary>
    public ushort LostStamp;

    /// <summary>The block's size class; 0 where there is none.</summary>
    public byte SizeClass;

    /// <summary>Whether a payment that may still be inside a window was lost for want of room.</summary>
    public bool Lost;
}
