using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// Keeps the work behind the log from taking what recording and recovery need. After each <see cref="Slice"/> of work others have their turn, and while something
/// is being recorded the work rests for so long that it takes a share of one core: a quarter where nothing waits, more with every log file that does, and all of
/// it once half as many wait as may. While records are only read through, as partitions do that recover, nothing comes to what waits, and a quarter is enough.
/// No rest is longer than <see cref="LongestRest"/>: a slow disk and a pause without work look like work as well.
/// </summary>
/// <param name="time">Measures the work.</param>
internal sealed class WorkPace(TimeProvider time)
{
    /// <summary>How long the work goes on before others have their turn.</summary>
    public static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(2);

    /// <summary>How long the work rests at the most.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    private const double LeastShare = 0.25;

    private CommitLog? log;
    private long began = time.GetTimestamp();
    private (long Recorded, long Read) seen;

    /// <summary>Begins to heed what is recorded in a log.</summary>
    public void Follow(CommitLog recording) => log = recording;

    /// <summary>Lets others have their turn, where it is time for that.</summary>
    public ValueTask RestAsync()
    {
        var worked = time.GetElapsedTime(began);
        return log is null || worked < Slice ? ValueTask.CompletedTask : RestAsync(log, worked);
    }

    /// <summary>How long to rest after so much work.</summary>
    /// <param name="worked">How long the work took.</param>
    /// <param name="waiting">How many log files wait.</param>
    /// <param name="maximum">How many may wait.</param>
    internal static TimeSpan RestAfter(TimeSpan worked, int waiting, int maximum)
    {
        var share = Math.Min(1, LeastShare + ((1 - LeastShare) * 2 * waiting / maximum));
        var rest = worked * ((1 - share) / share);
        return rest < LongestRest ? rest : LongestRest;
    }

    private async ValueTask RestAsync(CommitLog recording, TimeSpan worked)
    {
        var before = seen;
        seen = (recording.Counters.Records, recording.RecordsRead);
        var waiting = seen.Recorded == before.Recorded ? 0 : recording.Completed.Count;
        var rest = seen == before ? TimeSpan.Zero : RestAfter(worked, waiting, recording.Completed.Maximum);
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, time);
        }
        else
        {
            await Task.Yield();
        }

        began = time.GetTimestamp();
    }
}
