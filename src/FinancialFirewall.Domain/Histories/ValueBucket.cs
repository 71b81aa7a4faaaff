using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// A 64-bit value in one bucket, in twelve bytes: a sum over some payments, an extreme, or a value that was seen. A sum that does not fit starts
/// another of the same bucket number, so that no bucket ever overflows.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct ValueBucket(long value, long bucket, ushort payments) : IBucket
{
    /// <summary>The sum, the extreme, or the bits of what was seen.</summary>
    public long Value = value;

    /// <summary>The low bits of the bucket's number.</summary>
    public ushort StampBits = (ushort)(bucket & IBucket.StampMask);

    /// <summary>How many payments make up a sum; 0 in series that are not sums.</summary>
    public ushort Payments = payments;

    /// <inheritdoc/>
    public readonly int Stamp => StampBits;

    /// <summary>Takes in a sum of the same bucket number.</summary>
    /// <returns>False, with nothing changed, where it is of another number or there is no room for it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryJoin(in ValueBucket other)
    {
        var sum = unchecked(Value + other.Value);
        if (StampBits != other.StampBits || Payments + other.Payments > ushort.MaxValue || ((Value ^ sum) & (other.Value ^ sum)) < 0)
        {
            return false;
        }

        (Value, Payments) = (sum, (ushort)(Payments + other.Payments));
        return true;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void AddTo(ref RunningTotal total)
    {
        total.Add(Value);
        total.Payments += Payments;
    }

    /// <inheritdoc/>
    public readonly void TakeFrom(ref RunningTotal total)
    {
        total.Take(Value);
        total.Payments -= Payments;
    }
}
