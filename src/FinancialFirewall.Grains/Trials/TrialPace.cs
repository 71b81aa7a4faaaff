using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Trials;

/// <summary>
/// Keeps trying policies from slowing what decides: after each <see cref="Slice"/> of work others have their turn, and while payments are being recorded the work rests for so long that
/// it takes a quarter of one core.
/// </summary>
internal sealed class TrialPace(IJournal journal, TimeProvider time)
{
    /// <summary>How long the work goes on before others have their turn.</summary>
    public static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(2);

    /// <summary>How long the work rests at the most: a slow disk looks like work as well.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(50);

    /// <summary>How many records are looked at between two looks at the clock, which costs as much as one of them.</summary>
    private const int Unwatched = 16;

    private const int RestsPerWork = 3;

    private long began = time.GetTimestamp();
    private long recorded = journal.Counters.Records;
    private int left = Unwatched;

    /// <summary>Lets others have their turn, where it is time for that.</summary>
    public ValueTask RestAsync(CancellationToken cancellationToken)
    {
        if (--left > 0)
        {
            return ValueTask.CompletedTask;
        }

        left = Unwatched;
        var worked = time.GetElapsedTime(began);
        return worked < Slice ? ValueTask.CompletedTask : RestAsync(worked, cancellationToken);
    }

    /// <summary>How long to rest after so much work while payments are recorded.</summary>
    internal static TimeSpan RestAfter(TimeSpan worked) => worked * RestsPerWork < LongestRest ? worked * RestsPerWork : LongestRest;

    private async ValueTask RestAsync(TimeSpan worked, CancellationToken cancellationToken)
    {
        var before = recorded;
        recorded = journal.Counters.Records;
        if (recorded == before)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
        else
        {
            await Task.Delay(RestAfter(worked), time, cancellationToken);
        }

        began = time.GetTimestamp();
    }
}
