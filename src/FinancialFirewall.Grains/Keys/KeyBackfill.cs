using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Keys;

/// <summary>Fills the keyed windows of all of a tenant's shards in one reading of its journal, whichever shard asks first.</summary>
public sealed class KeyBackfill(IJournal journal, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<TenantId, Reading> readings = [];

    /// <summary>The reading that fills these windows; the same one for every shard that has not taken its part yet.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="shard">The shard that asks; it gets its part once.</param>
    /// <param name="policy">The policy that the windows belong to.</param>
    /// <param name="windows">Which of its keyed windows are filled.</param>
    internal Reading Join(TenantId tenant, int shard, CompiledPolicy policy, IReadOnlyList<int> windows)
    {
        Reading reading;
        lock (gate)
        {
            if (readings.GetValueOrDefault(tenant) is not { } present || !present.TryJoin(shard, policy, windows))
            {
                present = readings[tenant] = new Reading(journal, new TimelineStart(journal, tenant, time), policy, windows);
                present.TryJoin(shard, policy, windows);
            }

            reading = present;
        }

        reading.Start();
        return reading;
    }

    /// <summary>One reading of a tenant's journal, as far back as the windows reach.</summary>
    internal sealed class Reading(IJournal journal, TimelineStart start, CompiledPolicy policy, IReadOnlyList<int> windows)
    {
        private readonly HashSet<int> joined = [];
        private readonly KeyFill fill = new(policy, windows);
        private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private IReadOnlyList<long> positions = [];
        private long scanned;
        private int started;

        /// <summary>Completes when everything that was committed is read.</summary>
        public Task Completed => completion.Task;

        /// <summary>The sequence up to which each partition was read, once that is completed.</summary>
        public IReadOnlyList<long> Positions => positions;

        /// <summary>How many records were read.</summary>
        public long Scanned => Volatile.Read(ref scanned);

        /// <summary>The windows of one shard.</summary>
        public IEnumerable<KeyWindowHistory> OfShard(int shard) => fill.OfShard(shard);

        /// <summary>Begins to read, unless it has begun.</summary>
        public void Start()
        {
            if (Interlocked.Exchange(ref started, 1) == 0)
            {
                _ = ReadAsync();
            }
        }

        /// <summary>Takes a shard in; false when this reading is another one, has failed, or had the shard before.</summary>
        public bool TryJoin(int shard, CompiledPolicy forPolicy, IReadOnlyList<int> forWindows)
            => ReferenceEquals(policy, forPolicy) && windows.SequenceEqual(forWindows) && !Completed.IsFaulted && joined.Add(shard);

        private async Task ReadAsync()
        {
            try
            {
                var longest = windows.Max(window => policy.KeyedWindows[window].Window.WindowSeconds);
                var timeline = new TenantTimeline(journal, policy.Tenant, await start.FindAsync(TimeSpan.FromSeconds(longest)));
                await timeline.ReadAsync(TakeAsync);
                positions = timeline.Positions;
                completion.SetResult();
            }
            catch (Exception problem)
            {
                completion.SetException(problem);
            }
        }

        private ValueTask TakeAsync(ReadOnlyMemory<byte> record)
        {
            Volatile.Write(ref scanned, scanned + 1);
            return fill.TakeAsync(record);
        }
    }
}
