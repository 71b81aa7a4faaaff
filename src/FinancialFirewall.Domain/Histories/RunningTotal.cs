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

    /// <summary>The sum, or for counts the number of payments.</summary>
    public Int128 Sum
    {
        readonly get => new((ulong)(long)high, low);
        set
        {
            low = (ulong)value;
            high = (short)(value >> 64);
        }
    }
}
