using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Facts;

/// <summary>A tenant's records in their one order: by time, then partition, then sequence. No two records have the same key.</summary>
/// <param name="At">The time in microseconds since 1970.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Sequence">The number in the partition.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FactKey(long At, int Partition, long Sequence) : IComparable<FactKey>
{
    /// <summary>Later than every record.</summary>
    public static FactKey End => new(long.MaxValue, int.MaxValue, long.MaxValue);

    /// <summary>Later than every record before <paramref name="at"/>, and not later than any from then on.</summary>
    public static FactKey StartOf(long at) => new(at, -1, 0);

    /// <summary>Not earlier than any record of this time or before.</summary>
    public static FactKey EndOf(long at) => new(at, int.MaxValue, long.MaxValue);

    public int CompareTo(FactKey other)
    {
        var byTime = At.CompareTo(other.At);
        var byPartition = byTime != 0 ? byTime : Partition.CompareTo(other.Partition);
        return byPartition != 0 ? byPartition : Sequence.CompareTo(other.Sequence);
    }

    public static bool operator <(FactKey left, FactKey right) => left.CompareTo(right) < 0;

    public static bool operator >(FactKey left, FactKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(FactKey left, FactKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FactKey left, FactKey right) => left.CompareTo(right) >= 0;
}
