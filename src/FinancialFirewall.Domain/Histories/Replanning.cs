namespace FinancialFirewall.Domain.Histories;

/// <summary>Carries entries over to another plan.</summary>
internal static class Replanning
{
    /// <summary>The same entries under another plan.</summary>
    public static HistoryTable Replan(HistoryTable table, WindowPlan next, HistoryTable? filled)
    {
        var target = new HistoryTable(next) { Outgrown = table.Outgrown, TrimNext = table.TrimNext };
        var sources = Array.ConvertAll(next.Series, series => SourceOf(series, next, table, filled));
        for (var entry = 0; entry < table.Count; entry++)
        {
            Carry(target, sources, table, entry, filled, filled?.Find(table.Key(entry), table.Hash(entry)) ?? HistoryTable.Unseen);
        }

        for (var entry = 0; entry < filled?.Count; entry++)
        {
            if (table.Find(filled.Key(entry), filled.Hash(entry)) == HistoryTable.Unseen)
            {
                Carry(target, sources, filled, entry, filled, entry);
            }
        }

        return target;
    }

    /// <summary>The same plan with those entries only that are kept.</summary>
    public static HistoryTable Keep(HistoryTable table, Func<int, bool> isKept)
    {
        var target = new HistoryTable(table.Plan) { Outgrown = table.Outgrown };
        var sources = Array.ConvertAll(table.Plan.Series, series => SourceOf(series, table.Plan, table, null));
        for (var entry = 0; entry < table.Count; entry++)
        {
            if (isKept(entry))
            {
                Carry(target, sources, table, entry, null, HistoryTable.Unseen);
            }
        }

        return target;
    }

    // The longest window that has a history decides: its buckets hold those of all shorter ones.
    private static SeriesSource SourceOf(SeriesLayout series, WindowPlan next, HistoryTable table, HistoryTable? filled)
    {
        var source = default(SeriesSource);
        var longest = 0L;
        foreach (var number in series.Windows)
        {
            var window = next.Windows[number];
            var found = FindIn(table.Plan, window) is var kept and >= 0 ? new SeriesSource(kept + 1, InFilled: false)
                : filled is not null && FindIn(filled.Plan, window) is var added and >= 0 ? new SeriesSource(added + 1, InFilled: true)
                : default;
            if (found.Exists && window.WindowSeconds > longest)
            {
                source = found;
                longest = window.WindowSeconds;
            }
        }

        return source;
    }

    private static int FindIn(WindowPlan plan, WindowDefinition window)
        => plan.IndexOf(window.Id) is var number and >= 0 && plan.Windows[number] with { SeriesId = window.SeriesId } == window
            ? plan.Layouts[number].Series
            : -1;

    private static void Carry(
        HistoryTable target, SeriesSource[] sources, HistoryTable table, int entry, HistoryTable? filled, int filledEntry)
    {
        var from = table.Entry(entry);
        var number = target.Add(table.Key(entry), table.Hash(entry), table.FirstSeen(entry));
        var to = target.Entry(number);
        to.Header.Latest = from.Header.Latest;
        if (filledEntry >= 0)
        {
            to.Header.Latest = Math.Max(to.Header.Latest, filled!.Entry(filledEntry).Header.Latest);
        }

        CopyDevices(table.Entries.Devices(entry), target.Entries, number);
        for (var i = 0; i < sources.Length; i++)
        {
            var source = sources[i];
            if (source.InFilled && filledEntry >= 0)
            {
                target.Outgrown += Copy(filled!.Entry(filledEntry).Series(source.Series), to.Series(i)) ? 0 : 1;
            }
            else if (source.Exists && !source.InFilled && table != filled)
            {
                target.Outgrown += Copy(from.Series(source.Series), to.Series(i)) ? 0 : 1;
            }
        }
    }

    private static void CopyDevices(ReadOnlySpan<ulong> devices, EntryStore target, int entry)
    {
        foreach (var device in devices)
        {
            DeviceSeries.See(target, entry, device);
        }
    }

    private static bool Copy(in SeriesView from, SeriesView to)
    {
        var oldestAge = from.LatestBucket - BucketTime.FirstBucket(to.Latest, to.Layout.Longest, from.Layout.Width);
        if (from.Misses(oldestAge))
        {
            to.Lose(from.LostStamp);
        }

        switch (to.Layout.Kind)
        {
            case SeriesKind.Count:
                return CopyRunning<CountBucket>(from, ref to, oldestAge);
            case SeriesKind.Sum:
                return CopyRunning<ValueBucket>(from, ref to, oldestAge);
            case SeriesKind.Last:
                var fits = to.TryReplace<byte>(from.Items<byte>());
                LastSeries.Advance(to, to.Latest);
                return fits;
            default:
                return CopyItems<ValueBucket>(from, ref to, oldestAge);
        }
    }

    private static bool CopyRunning<T>(in SeriesView from, ref SeriesView to, long oldestAge)
        where T : unmanaged, IBucket
    {
        var fits = CopyItems<T>(from, ref to, oldestAge);
        RunningSeries.Rebuild<T>(to, to.Latest);
        return fits;
    }

    private static bool CopyItems<T>(in SeriesView from, ref SeriesView to, long oldestAge)
        where T : unmanaged, IBucket
    {
        var items = from.Items<T>();
        return to.TryReplace<T>(items[SeriesView.Before<T>(items, from.LatestBucket, oldestAge)..]);
    }
}
