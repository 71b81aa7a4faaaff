using System.Buffers.Binary;

namespace FinancialFirewall.Domain.Histories;

/// <summary>Turns the stored items of a series into its state, if they are what payments could have left.</summary>
internal static class SeriesDecoding
{
    /// <summary>Fills an empty series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="oldestAge">How far its longest window reaches back.</param>
    /// <param name="items">The stored items.</param>
    public static bool TryDecode(ref SeriesView series, long oldestAge, ReadOnlySpan<byte> items) => series.Layout.Kind switch
    {
        SeriesKind.Count => TryDecodeCounts(ref series, oldestAge, items),
        SeriesKind.Last => TryDecodeLast(ref series, items),
        _ => TryDecodeValues(ref series, oldestAge, items),
    };

    private static bool TryDecodeCounts(ref SeriesView series, long oldestAge, ReadOnlySpan<byte> bytes)
    {
        for (; !bytes.IsEmpty; bytes = bytes[HistorySnapshot.CountBucketLength..])
        {
            var item = new CountBucket(BinaryPrimitives.ReadUInt32LittleEndian(bytes));
            if (item.Payments == 0 || !Follows(series, item, oldestAge) || !series.TryAppend(item))
            {
                return false;
            }
        }

        RunningSeries.Rebuild<CountBucket>(series, series.Latest);
        return true;
    }

    private static bool TryDecodeValues(ref SeriesView series, long oldestAge, ReadOnlySpan<byte> bytes)
    {
        for (; !bytes.IsEmpty; bytes = bytes[HistorySnapshot.ValueBucketLength..])
        {
            var stamp = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
            var item = new ValueBucket(BinaryPrimitives.ReadInt64LittleEndian(bytes), stamp, BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]));
            if (stamp > IBucket.StampMask || !Follows(series, item, oldestAge) || !Fits(series, item) || !series.TryAppend(item))
            {
                return false;
            }
        }

        if (series.Layout.Kind == SeriesKind.Sum)
        {
            RunningSeries.Rebuild<ValueBucket>(series, series.Latest);
        }

        return true;
    }

    private static bool TryDecodeLast(ref SeriesView series, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return true;
        }

        if (!LastSeries.IsValid(bytes, series.Window(series.Layout.Windows[0]).OverText)
            || LastSeries.RecordedAt(bytes) > series.Latest
            || !series.TryReplace(bytes))
        {
            return false;
        }

        LastSeries.Advance(series, series.Latest);
        return series.Count > 0;
    }

    // Oldest first, and nothing that has left the longest window.
    private static bool Follows<T>(in SeriesView series, in T item, long oldestAge)
        where T : unmanaged, IBucket
    {
        var age = SeriesView.Age(item.Stamp, series.LatestBucket);
        var before = series.Items<T>();
        return age <= (before.IsEmpty ? oldestAge : SeriesView.Age(before[^1].Stamp, series.LatestBucket));
    }

    private static bool Fits(in SeriesView series, in ValueBucket item)
    {
        var before = series.Items<ValueBucket>();
        return series.Layout.Kind == SeriesKind.Sum || (item.Payments == 0 && series.Layout.Kind switch
        {
            SeriesKind.Least => before.IsEmpty || (before[^1].Value < item.Value && before[^1].Stamp != item.Stamp),
            SeriesKind.Greatest => before.IsEmpty || (before[^1].Value > item.Value && before[^1].Stamp != item.Stamp),
            _ => before.Length < AggregateValue.MaximumDistinct && !DistinctSeries.Contains(before, item.Value),
        });
    }
}
