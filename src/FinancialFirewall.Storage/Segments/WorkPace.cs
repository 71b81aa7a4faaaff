using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// Keeps the work behind the log from taking what recording and recovery need. After each <see cref="Slice"/> of work others have their turn, and while something
/// is being recorded the work rests for so long that it takes a share of one core: an eighth where nothing waits, and more with the square of the log files that do, up to all of it
/// once so many wait that nothing else should be done (<see cref="CompletedFiles.Urgent"/>). So a burst finds the processor nearly free, and in a load that lasts as much is moved as is
/// recorded before anybody has to wait. While records are only read through, as partitions do that recover, nothing comes to what waits, and an eighth is enough.
/// No rest is longer than <see cref="LongestRest"/>: a slow disk and a pause without work look like work as well.
/// </summary>
/// <param name="time">Measures the work.</param>
internal sealed class WorkPace(TimeProvider time)
{
    /// <summary>How long the work goes on before others have their turn.</summary>
    public static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(2);

    /// <summary>How long the work rests at the most.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    private const double LeastShare = 0.125;

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
    /// <param name="urgent">From how many on nothing else should be done.</param>
    internal static TimeSpan RestAfter(TimeSpan worked, int waiting, int urgent)
    {
        var filled = waiting >= urgent ? 1 : (double)waiting / urgent;
        var share = LeastShare + ((1 - LeastShare) * filled * filled);
        var rest = worked * ((1 - share) / share);
        return rest < LongestRest ? rest : LongestRest;
    }

    private async ValueTask RestAsync(CommitLog recording, TimeSpan worked)
    {
        var before = seen;
        seen = (recording.Counters.Records, recording.RecordsRead);
        var waiting = seen.Recorded == before.Recorded ? 0 : recording.Completed.Count;
        var rest = seen == before ? TimeSpan.Zero : RestAfter(worked, waiting, recording.Completed.Urgent);
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
