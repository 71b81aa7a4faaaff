using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// What the buckets inside one window add up to. The sum has 80 bits: an entry holds fewer than 2^14 buckets of 64 bits each, so it cannot
/// overflow; whether it fits into the answer is asked only when it is measured, and a sum that did not fit recovers by itself.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal struct RunningTotal
{
    private ulong low;
    private short high;

    /// <summary>How many buckets of the series, from the oldest, lie before the window.</summary>
    public ushort Start;

    /// <summary>How many payments make up the sum.</summary>
    public int Payments;

    /// <summary>Adds to the sum, or for counts to the number of payments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long number)
    {
        // The sum in a variable: asked of memory, it would have to wait until it has arrived there.
        var sum = unchecked(low + (ulong)number);
        low = sum;
        high += (short)((number >> 63) + (sum < (ulong)number ? 1 : 0));
    }

    /// <summary>Takes out of the sum, or of the number of payments.</summary>
    public void Take(long number)
    {
        high -= (short)((number >> 63) + (low < (ulong)number ? 1 : 0));
        low = unchecked(low - (ulong)number);
    }

    /// <summary>The sum and one number more.</summary>
    /// <param name="number">The number.</param>
    /// <param name="sum">Both together, when they are a 64-bit integer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TrySum(long number, out long sum)
    {
        var together = unchecked(low + (ulong)number);
        sum = (long)together;
        return high + (int)(number >> 63) + (together < (ulong)number ? 1 : 0) == (sum < 0 ? -1 : 0);
    }
}
