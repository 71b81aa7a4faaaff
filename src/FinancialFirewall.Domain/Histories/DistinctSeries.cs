using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// Series of different values, in the order of their latest use. Of more than <see cref="AggregateValue.MaximumDistinct"/> the least recently used is
/// dropped: what is left are the latest ones, so every window's count is right up to that maximum.
/// </summary>
internal static class DistinctSeries
{
    private const int Together = 8;

    // Of the 24 words of eight items, each third one.
    private const uint LowHalves = 0x249249;

    /// <summary>How many values a window holds, one more included.</summary>
    /// <param name="series">The series.</param>
    /// <param name="oldestAge">How far the window reaches back.</param>
    /// <param name="included">Whether <paramref name="value"/> counts too.</param>
    /// <param name="value">The value of the payment that is measured.</param>
    public static AggregateValue Measure(in SeriesView series, long oldestAge, bool included, long value)
    {
        var items = series.Items<ValueBucket>();
        var measured = default(AggregateValue);
        Measure(items[SeriesView.Before<ValueBucket>(items, series.LatestBucket, oldestAge)..], included, value, ref measured);
        return measured;
    }

    /// <summary>How many values there are in what a window holds, one more included.</summary>
    /// <param name="inside">What it holds.</param>
    /// <param name="included">Whether <paramref name="value"/> counts too.</param>
    /// <param name="value">The value of the payment that is measured.</param>
    /// <param name="measured">Takes how many.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Measure(ReadOnlySpan<ValueBucket> inside, bool included, long value, ref AggregateValue measured)
    {
        var count = Math.Min(inside.Length + (included && IndexOf(inside, value) < 0 ? 1 : 0), AggregateValue.MaximumDistinct);
        measured.SetNumber(count, saturated: count == AggregateValue.MaximumDistinct);
    }

    /// <summary>Takes in a value at the entry's clock.</summary>
    /// <returns>Whether there was room for it.</returns>
    public static bool Record(ref SeriesView series, long value)
    {
        var items = series.Items<ValueBucket>();
        var added = new ValueBucket(value, series.LatestBucket, 0);
        var place = IndexOf(items, value);
        if (place < 0 && items.Length < AggregateValue.MaximumDistinct)
        {
            return series.TryAppend(added);
        }

        place = Math.Max(place, 0);
        items[(place + 1)..].CopyTo(items[place..]);
        items[^1] = added;
        return true;
    }

    /// <summary>Whether a value is among items.</summary>
    public static bool Contains(ReadOnlySpan<ValueBucket> items, long value) => IndexOf(items, value) >= 0;

    // From the newest, because a value that was used lately is the likeliest to be used again; eight at a time, because most values are new to most series. A method of its own,
    // so that its few variables stay in registers, which they do not among all those of who calls it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int IndexOf(ReadOnlySpan<ValueBucket> items, long value)
    {
        ref var first = ref MemoryMarshal.GetReference(items);
        var i = items.Length;
        if (i >= Together && BitConverter.IsLittleEndian)
        {
            // Eight items are three vectors of 32-bit words: low and high half of a value, then what is not compared.
            var (low, high) = ((int)value, (int)(value >> 32));
            var (one, two, three) = (
                Vector256.Create(low, high, 0, low, high, 0, low, high), Vector256.Create(0, low, high, 0, low, high, 0, low), Vector256.Create(high, 0, low, high, 0, low, high, 0));
            for (; i >= Together; i -= Together)
            {
                ref var words = ref Unsafe.As<ValueBucket, int>(ref Unsafe.Add(ref first, i - Together));
                var equal = Vector256.Equals(Vector256.LoadUnsafe(ref words), one).ExtractMostSignificantBits()
                    | (Vector256.Equals(Vector256.LoadUnsafe(ref words, 8), two).ExtractMostSignificantBits() << 8)
                    | (Vector256.Equals(Vector256.LoadUnsafe(ref words, 16), three).ExtractMostSignificantBits() << 16);
                if ((equal & (equal >> 1) & LowHalves) != 0)
                {
                    break;
                }
            }
        }

        while (--i >= 0 && Unsafe.Add(ref first, i).Value != value)
        {
        }

        return i;
    }
}
