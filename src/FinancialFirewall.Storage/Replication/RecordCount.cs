using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Replication;

/// <summary>How many records a journal ever had, those that were removed since included: what two sites compare. It is counted a few times a second at the most.</summary>
/// <param name="log">The journal.</param>
/// <param name="time">Tells how old a count is.</param>
internal sealed class RecordCount(CommitLog log, TimeProvider time)
{
    private static readonly TimeSpan MaximumAge = TimeSpan.FromMilliseconds(250);

    private readonly Lock access = new();
    private long records = log.CountRecords();
    private long countedAt = time.GetTimestamp();

    /// <summary>The records, as they were a moment ago.</summary>
    public long Look()
    {
        lock (access)
        {
            if (time.GetElapsedTime(countedAt) >= MaximumAge)
            {
                (records, countedAt) = (log.CountRecords(), time.GetTimestamp());
            }

            return records;
        }
    }
}
