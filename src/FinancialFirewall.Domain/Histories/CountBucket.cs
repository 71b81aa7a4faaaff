using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>How many payments fell into one bucket, in four bytes: 20 bits of count, 12 of bucket number. What does not fit starts another of the same number.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly struct CountBucket(uint bits) : IBucket
{
    private const int StampBits = 12;

    /// <summary>The most payments that one bucket counts.</summary>
    public const uint MaximumPayments = (1u << (32 - StampBits)) - 1;

    /// <summary>The stored form.</summary>
    public uint Bits { get; } = bits;

    /// <summary>How many payments.</summary>
    public uint Payments => Bits >> StampBits;

    /// <inheritdoc/>
    public int Stamp => (int)(Bits & IBucket.StampMask);

    /// <summary>A bucket with one payment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CountBucket First(long bucket) => new((1u << StampBits) | (uint)(bucket & IBucket.StampMask));

    /// <summary>The bucket with one payment more; it must not be full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CountBucket Next() => new(Bits + (1u << StampBits));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddTo(ref RunningTotal total) => total.Add(Payments);

    /// <inheritdoc/>
    public void TakeFrom(ref RunningTotal total) => total.Take(Payments);
}
