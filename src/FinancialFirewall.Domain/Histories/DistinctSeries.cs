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
    private const int Half = Together / 2;
    private const int WordsAnItem = 3;

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

        Renew(items, Math.Max(place, 0), added);
        return true;
    }

    /// <summary>Makes an item the newest, in place of another one, which need not be the same value.</summary>
    /// <param name="items">The items.</param>
    /// <param name="place">The one that goes.</param>
    /// <param name="added">The one that comes.</param>
    public static void Renew(Span<ValueBucket> items, int place, in ValueBucket added)
    {
        items[(place + 1)..].CopyTo(items[place..]);
        items[^1] = added;
    }

    /// <summary>Whether a value is among items.</summary>
    public static bool Contains(ReadOnlySpan<ValueBucket> items, long value) => IndexOf(items, value) >= 0;

    /// <summary>Where a value is among items, of which no two hold the same; below 0 where it is not.</summary>
    public static int IndexOf(ReadOnlySpan<ValueBucket> items, long value)
    {
        var place = MayHold(items, value) ? items.Length - 1 : -1;
        while (place >= 0 && items[place].Value != value)
        {
            place--;
        }

        return place;
    }

    // Most values are new to most series, so this says no as fast as it can: by the low halves of eight or four items at a time, the last of which may be some that it has looked at
    // already. From the newest, because a value that was used lately is the likeliest to be used again. A method of its own, so that its few variables stay in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool MayHold(ReadOnlySpan<ValueBucket> items, long value)
    {
        ref var words = ref Unsafe.As<ValueBucket, int>(ref MemoryMarshal.GetReference(items));
        var count = items.Length;
        if (count < Half || !BitConverter.IsLittleEndian)
        {
            return count > 0;
        }

        if (count < Together)
        {
            var low = Vector128.Create((int)value);
            return HalfHolds(ref words, low) || HalfHolds(ref Unsafe.Add(ref words, (count - Half) * WordsAnItem), low);
        }

        var lows = Vector256.Create((int)value);
        for (var i = count - Together; ; i = Math.Max(i - Together, 0))
        {
            if (Holds(ref Unsafe.Add(ref words, i * WordsAnItem), lows))
            {
                return true;
            }

            if (i == 0)
            {
                return false;
            }
        }
    }

    // Eight items are three vectors of 32-bit words, of which each third one is the low half of a value.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Holds(ref int words, Vector256<int> low)
    {
        var one = Vector256.Equals(Vector256.LoadUnsafe(ref words), low) & Vector256.Create(-1, 0, 0, -1, 0, 0, -1, 0);
        var two = Vector256.Equals(Vector256.LoadUnsafe(ref words, 8), low) & Vector256.Create(0, -1, 0, 0, -1, 0, 0, -1);
        var three = Vector256.Equals(Vector256.LoadUnsafe(ref words, 16), low) & Vector256.Create(0, 0, -1, 0, 0, -1, 0, 0);
        return (one | two | three) != Vector256<int>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HalfHolds(ref int words, Vector128<int> low)
    {
        var one = Vector128.Equals(Vector128.LoadUnsafe(ref words), low) & Vector128.Create(-1, 0, 0, -1);
        var two = Vector128.Equals(Vector128.LoadUnsafe(ref words, 4), low) & Vector128.Create(0, 0, -1, 0);
        var three = Vector128.Equals(Vector128.LoadUnsafe(ref words, 8), low) & Vector128.Create(0, -1, 0, 0);
        return (one | two | three) != Vector128<int>.Zero;
    }
}
