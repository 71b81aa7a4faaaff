using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Trials;

/// <summary>Finds the records that a trial of a tenant's payments reads.</summary>
internal sealed class TrialPeriods(IJournal journal, PolicyCatalog catalog, TimeProvider time, TenantId tenant)
{
    /// <summary>Of how many versions it is looked up which windows they had; of more, it is taken that some had none.</summary>
    private const int MaximumVersions = 64;

    /// <summary>The most records behind a period that are read for what was reported about its payments.</summary>
    public const long MaximumRecordsBehind = 10_000_000;

    private const int LeastShare = 32;

    private readonly TimelineStart start = new(journal, tenant, time);

    /// <summary>Where what is committed ends.</summary>
    public long[] Ends()
    {
        var ends = new long[TenantGrainKeys.Partitions];
        foreach (var end in journal.GetPartitions(tenant).Where(static end => end.Partition < TenantGrainKeys.Partitions))
        {
            ends[end.Partition] = end.LastSequence;
        }

        return ends;
    }

    /// <summary>The last record of a partition that was removed because of its age; 0 for none.</summary>
    public long Removed(int partition) => journal.GetFirstSequence(tenant, partition) - 1;

    /// <summary>The last records before a time.</summary>
    public Task<long[]> FindAsync(Instant before) => start.FindAsync(before);

    /// <summary>The records up to which a number of assessments remains before an end.</summary>
    /// <param name="ends">Where each partition ends.</param>
    /// <param name="assessments">How many; fewer where there are not so many.</param>
    public async Task<long[]> FindLatestAsync(IReadOnlyList<long> ends, int assessments)
    {
        var active = Math.Max(1, ends.Count(static end => end > 0));
        for (var share = FirstShare(assessments, active); ; share *= 4)
        {
            var latest = await LatestRecords.ReadAsync(journal, tenant, ends, share);
            if (latest.TryFind(assessments, out var positions))
            {
                return positions;
            }
        }
    }

    /// <summary>The windows that have to be filled to decide these records, since some of them do not say what the windows said.</summary>
    public async Task<TrialWindows> FindWindowsAsync(CompiledPolicy policy, IReadOnlyList<long> decide, IReadOnlyList<long> ends)
    {
        var (first, last) = (int.MaxValue, 0);
        for (var partition = 0; partition < decide.Count; partition++)
        {
            if (decide[partition] < ends[partition])
            {
                first = Math.Min(first, await VersionAsync(partition, decide[partition] + 1, ends[partition], step: 1) ?? int.MaxValue);
                last = Math.Max(last, await VersionAsync(partition, ends[partition], decide[partition] + 1, step: -1) ?? 0);
            }
        }

        if (last - (long)first >= MaximumVersions)
        {
            return TrialWindows.All(policy);
        }

        var versions = new List<CompiledPolicy>();
        for (var version = first; version <= last; version++)
        {
            versions.Add(await catalog.GetAsync(tenant, version));
        }

        return TrialWindows.Missing(policy, versions);
    }

    /// <summary>The period with all that windows reach into before it.</summary>
    /// <param name="windows">The windows that are filled.</param>
    /// <param name="from">When the period begins; null where nothing is to be decided.</param>
    /// <param name="decide">Where the period begins in each partition.</param>
    /// <param name="ends">Where it ends.</param>
    public async Task<TrialPeriod> ReachAsync(TrialWindows windows, Instant? from, long[] decide, long[] ends)
    {
        var begin = windows.IsEmpty || from is not { } at ? decide : await start.FindAsync(windows.Reach, at);
        var isCut = false;
        for (var partition = 0; partition < begin.Length; partition++)
        {
            begin[partition] = Math.Min(begin[partition], decide[partition]);
            var removed = Removed(partition);
            isCut |= removed > 0 && begin[partition] <= removed;
            begin[partition] = Math.Max(begin[partition], removed);
        }

        return new TrialPeriod(begin, decide, ends) { WindowsSince = isCut && !windows.IsEmpty ? await LatestFirstAsync(begin, ends) : null };
    }

    /// <summary>The period with what was reported about its payments since, in each partition as much of it as is read.</summary>
    public TrialPeriod WithOutcomes(TrialPeriod period)
    {
        var end = period.End.Select((last, partition) => Math.Max(last, Removed(partition))).ToArray();
        var behind = Ends().Zip(end, static (now, last) => Math.Max(0, now - last)).ToArray();
        var all = behind.Sum();
        return period with
        {
            End = end,
            OutcomesEnd = [.. end.Zip(behind, (last, more) => last + (all <= MaximumRecordsBehind ? more : (long)((Int128)more * MaximumRecordsBehind / all)))],
            HasAllOutcomes = all <= MaximumRecordsBehind,
        };
    }

    /// <summary>When the first of some records was recorded; null for none.</summary>
    public async Task<Instant?> FirstAsync(IReadOnlyList<long> after, IReadOnlyList<long> ends) => (await FirstOfEachAsync(after, ends)).Cast<Instant?>().Min();

    /// <summary>From when on every partition has all of some records; null for none.</summary>
    public async Task<Instant?> LatestFirstAsync(IReadOnlyList<long> after, IReadOnlyList<long> ends) => (await FirstOfEachAsync(after, ends)).Cast<Instant?>().Max();

    /// <summary>How many records of each partition are looked at first: twice as many as are wanted where payments are spread evenly.</summary>
    private static int FirstShare(int assessments, int partitions) => (2 * assessments / partitions) + LeastShare;

    private async Task<List<Instant>> FirstOfEachAsync(IReadOnlyList<long> after, IReadOnlyList<long> ends)
    {
        var times = new List<Instant>();
        for (var partition = 0; partition < after.Count; partition++)
        {
            if (after[partition] < ends[partition] && await AtAsync(partition, after[partition] + 1) is { } at)
            {
                times.Add(at);
            }
        }

        return times;
    }

    private async Task<Instant?> AtAsync(int partition, long sequence)
        => await journal.ReadRecordAsync(tenant, partition, sequence) is { } record ? new RecordHeader(record.Bytes.Span).At : null;

    /// <summary>The version that decided the first assessment from a place on.</summary>
    private async Task<int?> VersionAsync(int partition, long sequence, long last, int step)
    {
        for (; step > 0 ? sequence <= last : sequence >= last; sequence += step)
        {
            if (await journal.ReadRecordAsync(tenant, partition, sequence) is { } record && new RecordHeader(record.Bytes.Span).Kind == RecordKind.Assessment)
            {
                return new AssessmentRecord(record.Bytes.Span).PolicyVersion;
            }
        }

        return null;
    }
}
