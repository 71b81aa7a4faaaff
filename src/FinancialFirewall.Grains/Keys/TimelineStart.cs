using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Keys;

/// <summary>
/// Finds where to begin reading a tenant's journal, so that filling a window of a day does not read years. Times inside a partition never go back, so each
/// partition is searched by halves: some twenty records of it are read.
/// </summary>
internal sealed class TimelineStart(IJournal journal, TenantId tenant, TimeProvider time)
{
    /// <summary>The longest bucket: a window's start may be rounded earlier by one.</summary>
    private static readonly TimeSpan Rounding = TimeSpan.FromHours(1);

    /// <summary>The sequence in each partition up to which no record can be in a window of this length any more.</summary>
    public async Task<long[]> FindAsync(TimeSpan window) => await FindAsync(window, await NowAsync(Ends()));

    /// <summary>The same for windows that end at a time.</summary>
    public Task<long[]> FindAsync(TimeSpan window, Instant at) => FindAsync(at.Plus(-window - Rounding));

    /// <summary>The sequence in each partition up to which every record is before a time.</summary>
    public async Task<long[]> FindAsync(Instant from)
    {
        var positions = new long[TenantGrainKeys.Partitions];
        foreach (var end in Ends())
        {
            positions[end.Partition] = await FindAsync(end, from);
        }

        return positions;
    }

    private List<PartitionEnd> Ends() => [.. journal.GetPartitions(tenant).Where(static end => end.Partition < TenantGrainKeys.Partitions)];

    /// <summary>
    /// The time of the next payment at the earliest: now, or, where the data brings its own clock, the time of the latest record, which may be long ago.
    /// </summary>
    private async Task<Instant> NowAsync(IEnumerable<PartitionEnd> ends)
    {
        Instant? latest = null;
        foreach (var end in ends)
        {
            var at = await ReadAsync(end.Partition, end.LastSequence);
            latest = latest is { } other && !(at > other) ? other : at;
        }

        var now = Instant.From(time.GetUtcNow());
        return latest is { } last && last < now ? last : now;
    }

    private async Task<long> FindAsync(PartitionEnd end, Instant from)
    {
        var (before, after) = (0L, end.LastSequence + 1);
        while (after - before > 1)
        {
            var middle = before + ((after - before) / 2);

            // What is not there any more was removed because of its age.
            (before, after) = await ReadAsync(end.Partition, middle) is { } at && at >= from ? (before, middle) : (middle, after);
        }

        return before;
    }

    private async Task<Instant?> ReadAsync(int partition, long sequence)
        => await journal.ReadRecordAsync(tenant, partition, sequence) is { } record ? new RecordHeader(record.Bytes.Span).At : null;
}
