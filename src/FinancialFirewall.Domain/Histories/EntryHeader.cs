using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Time;

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
    public ushort ContentBytes;

    /// <summary>The bytes of its key.</summary>
    public ushort KeyLength;

    /// <summary>The block's size class.</summary>
    public ushort SizeClass;

    private uint settledSeconds;

    /// <summary>Whether anything may have left a window by a time: if not, running totals stand as they are, and the clock can move on without a look at the items.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsSettledAt(long at) => at >= 0 && at < settledSeconds * Instant.MicrosecondsPerSecond;

    /// <summary>Says from when on something may leave a window; kept rounded down to a second, and as never settled where it has no place in 32 bits.</summary>
    public void SettleUntil(long at)
        => settledSeconds = at <= 0 ? 0 : (uint)Math.Min(at / Instant.MicrosecondsPerSecond, uint.MaxValue);

    /// <summary>Says that something may leave a window from a time on, besides what is known already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SettleUntilAtMost(long at)
    {
        if (at < settledSeconds * Instant.MicrosecondsPerSecond)
        {
            SettleUntil(at);
        }
    }

    /// <summary>Says that the items have to be looked at each time.</summary>
    public void Unsettle() => settledSeconds = 0;
}
