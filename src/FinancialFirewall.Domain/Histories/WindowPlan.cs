using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// The windows that a <see cref="HistoryTable"/> keeps for each entry, in the order in which contributions are given and values are answered.
/// Windows of the same <see cref="WindowDefinition.SeriesId"/>, bucket width and kind of bucket share one series of buckets.
/// </summary>
public sealed class WindowPlan
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    private WindowPlan(WindowDefinition[] windows)
    {
        Windows = windows;
        Layouts = new WindowLayout[windows.Length];
        var series = new List<SeriesLayout>();
        var places = new Dictionary<(SeriesKind, long, bool, string), int>();
        for (var i = 0; i < windows.Length; i++)
        {
            numbers.Add(windows[i].Id, i);
            Place(windows[i], i, series, places);
        }

        Series = [.. series];
        Steps = Array.ConvertAll(Series, series => RecordingStep.Of(series, Layouts));
        TotalsOffset = Unsafe.SizeOf<EntryHeader>();
        SeriesOffset = TotalsOffset + (TotalCount * Unsafe.SizeOf<RunningTotal>());
        RowBytes = (SeriesOffset + ((Series.Length + 1) * Unsafe.SizeOf<SeriesState>()) + EntryStore.Unit - 1) & -EntryStore.Unit;
        ItemBytes = [.. Series.Select(static series => HistorySnapshot.ItemLength(series.Kind)), sizeof(ulong)];
    }

    /// <summary>A plan without windows: entries remember only when they were first seen and their devices.</summary>
    public static WindowPlan Empty { get; } = new([]);

    /// <summary>The windows, in order; at most <see cref="WindowDefinition.MaximumPerPolicy"/>.</summary>
    public IReadOnlyList<WindowDefinition> Windows { get; }

    /// <summary>How many windows there are.</summary>
    public int Count => Layouts.Length;

    /// <summary>How each window finds its state.</summary>
    internal WindowLayout[] Layouts { get; }

    /// <summary>The series, in the order of the first window of each.</summary>
    internal SeriesLayout[] Series { get; }

    /// <summary>What recording does for each series.</summary>
    internal RecordingStep[] Steps { get; }

    /// <summary>How many running totals an entry has.</summary>
    internal int TotalCount { get; private set; }

    /// <summary>Where an entry's running totals start.</summary>
    internal int TotalsOffset { get; }

    /// <summary>Where the states of an entry's runs start: of its series, and of its devices behind them.</summary>
    internal int SeriesOffset { get; }

    /// <summary>How many bytes of an entry stand before its key.</summary>
    internal int RowBytes { get; }

    /// <summary>The bytes of an item of each run.</summary>
    internal int[] ItemBytes { get; }

    /// <summary>Whether a window of an entry still has, at a time, what was recorded at an earlier one.</summary>
    /// <param name="window">The window's place in <see cref="Windows"/>.</param>
    /// <param name="recordedAt">The time under which it was recorded.</param>
    /// <param name="at">The time.</param>
    public bool Holds(int window, Instant recordedAt, Instant at)
    {
        var width = Series[Layouts[window].Series].Width;
        return BucketTime.BucketOf(recordedAt.UnixMicroseconds, width) >= BucketTime.FirstBucket(at.UnixMicroseconds, Layouts[window].Length, width);
    }

    /// <summary>Lays out windows.</summary>
    /// <returns>The plan, or an error for each window that cannot be kept, with a JSON pointer to the member at fault.</returns>
    public static Result<WindowPlan> Create(IReadOnlyList<WindowDefinition> windows)
    {
        if (windows.Count > WindowDefinition.MaximumPerPolicy)
        {
            return new Error(
                ErrorKind.TooLarge, "WINDOWS_TOO_MANY", "", $"{windows.Count}", $"A policy may have at most {WindowDefinition.MaximumPerPolicy} windows.");
        }

        var errors = new List<Error>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < windows.Count; i++)
        {
            if (Fault(windows[i], ids) is var (member, value, message))
            {
                errors.Add(new Error(ErrorKind.Invalid, "WINDOW_INVALID", $"/{i}/{member}", value, message));
            }
        }

        return errors.Count == 0 ? new WindowPlan([.. windows]) : Result.Failure<WindowPlan>(errors);
    }

    /// <summary>The number of the window with an id, or -1.</summary>
    public int IndexOf(string id) => numbers.GetValueOrDefault(id, -1);

    private static (string Member, string Value, string Message)? Fault(WindowDefinition window, HashSet<string> ids) => window switch
    {
        { Id.Length: 0 or > WindowDefinition.MaximumIdLength } => ("id", window.Id, $"1 to {WindowDefinition.MaximumIdLength} characters are expected."),
        { SeriesId.Length: 0 or > WindowDefinition.MaximumIdLength } =>
            ("seriesId", window.SeriesId, $"1 to {WindowDefinition.MaximumIdLength} characters, or none at all, are expected."),
        { Function: < AggregateFunction.Count or > AggregateFunction.Last } => ("function", $"{window.Function}", "An aggregate function is expected."),
        { WindowSeconds: < 1 or > WindowDefinition.MaximumSeconds } =>
            ("windowSeconds", $"{window.WindowSeconds}", $"1 to {WindowDefinition.MaximumSeconds} seconds are expected."),
        { OverText: true, Function: not (AggregateFunction.Distinct or AggregateFunction.Last) } =>
            ("overText", "true", "Only distinct and last can look at texts."),
        _ when !ids.Add(window.Id) => ("id", window.Id, "Each window is listed once."),
        _ => null,
    };

    private static SeriesKind KindOf(AggregateFunction function) => function switch
    {
        AggregateFunction.Count => SeriesKind.Count,
        AggregateFunction.Sum or AggregateFunction.Average => SeriesKind.Sum,
        AggregateFunction.Min => SeriesKind.Least,
        AggregateFunction.Max => SeriesKind.Greatest,
        AggregateFunction.Distinct => SeriesKind.Distinct,
        _ => SeriesKind.Last,
    };

    private void Place(
        WindowDefinition window, int number, List<SeriesLayout> series, Dictionary<(SeriesKind Kind, long Width, bool OverText, string Id), int> places)
    {
        var kind = KindOf(window.Function);
        var width = BucketTime.WidthOf(window.WindowSeconds);
        var length = window.WindowSeconds * Time.Instant.MicrosecondsPerSecond;

        // A prefix keeps a window of its own apart from a series that happens to be spelt the same.
        var key = (kind, width, window.OverText, window.SeriesId is null ? "=" + window.Id : "~" + window.SeriesId);
        if (places.TryGetValue(key, out var place))
        {
            series[place] = series[place] with { Windows = [.. series[place].Windows, number], Longest = Math.Max(series[place].Longest, length) };
        }
        else
        {
            place = series.Count;
            places.Add(key, place);
            series.Add(new SeriesLayout(kind, width, [number], length));
        }

        Layouts[number] = new WindowLayout(window.Function, length, window.OverText, place, series[place].HasTotals ? TotalCount++ : -1);
    }
}
