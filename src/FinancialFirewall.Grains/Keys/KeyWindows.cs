using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Keys;

/// <summary>
/// The keyed windows of one shard: those of the policy in force and of the one before it, so that partitions of both are served while a publish goes on.
/// </summary>
internal sealed class KeyWindows(IJournal journal, TenantId tenant, int shard, KeyBackfill backfill)
{
    private Dictionary<string, KeyWindowHistory> windows = [];
    private CompiledPolicy? current;
    private CompiledPolicy? preparing;
    private KeyBackfill.Reading? reading;
    private TenantTimeline? catchingUp;
    private IReadOnlyList<KeyWindowHistory> added = [];
    private TenantTimeline? addedTo;

    /// <summary>Completes when the windows that are being prepared are filled with what was committed at some time since.</summary>
    public Task Prepared => reading?.Completed ?? Task.CompletedTask;

    /// <summary>How many stored records were read for the windows that are being prepared.</summary>
    public long Scanned => reading?.Scanned ?? 0;

    /// <summary>
    /// Begins to fill the windows that a policy adds; nothing happens when that has begun. What only the policy before the present one had is filled anew:
    /// nothing was counted there since.
    /// </summary>
    public void Prepare(CompiledPolicy next)
    {
        if (ReferenceEquals(preparing, next) && !Prepared.IsFaulted)
        {
            return;
        }

        (preparing, catchingUp) = (next, null);
        var missing = new List<int>();
        for (var i = 0; i < next.KeyedWindows.Count; i++)
        {
            if (current is null || !IsIn(current, next.KeyedWindows[i].Window.Id))
            {
                missing.Add(i);
            }
        }

        reading = missing.Count == 0 ? null : backfill.Join(tenant, shard, next, missing);
    }

    /// <summary>Adds the prepared windows, after reading what was committed since, and drops those that only older policies had.</summary>
    public async Task SwitchAsync(CompiledPolicy next)
    {
        var kept = next.KeyedWindows.Concat(current?.KeyedWindows ?? []).Select(window => window.Window.Id).ToHashSet(StringComparer.Ordinal);
        var filled = reading is null ? [] : await CatchUpAsync(next, reading);
        windows = filled.UnionBy(windows.Values, IdOf, StringComparer.Ordinal).Where(window => kept.Contains(IdOf(window))).ToDictionary(IdOf, StringComparer.Ordinal);
        (added, addedTo) = (filled, catchingUp);
        (current, preparing, reading, catchingUp) = (next, null, null, null);
    }

    /// <summary>
    /// Counts, in the windows that were added, what older policies decided since they were filled: partitions that had not switched yet did not ask for
    /// them. Nothing happens when that was done.
    /// </summary>
    public async Task FinishAsync(PolicyCatalog catalog)
    {
        if (added.Count == 0 || current is null || addedTo is null)
        {
            return;
        }

        var fills = new Dictionary<int, KeyFill?> { [current.Version] = null };
        await addedTo.ReadAsync(async record =>
        {
            if (VersionOf(record) is { } version)
            {
                if (!fills.TryGetValue(version, out var fill))
                {
                    fills.Add(version, fill = FillOf(current, await catalog.GetAsync(tenant, version)));
                }

                await (fill?.TakeAsync(record) ?? ValueTask.CompletedTask);
            }
        });
        added = [];
    }

    /// <summary>Counts a payment at a key.</summary>
    public AggregateValue[] Observe(KeyObservation observation, CompiledPolicy asking, ObservedPayment payment)
    {
        var values = new AggregateValue[asking.KeyedWindows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (asking.KeyedWindows[i].Key == (AggregateKey)observation.Kind)
            {
                values[i] = Observe(asking.KeyedWindows[i].Window.Id, observation, observation.Contributions[i], payment);
            }
        }

        return values;
    }

    /// <summary>Forgets the windows of some keys.</summary>
    public void Forget(IReadOnlySet<ulong> keyHashes)
    {
        foreach (var history in windows.Values)
        {
            history.Forget(keyHashes);
        }
    }

    /// <summary>The policy version that decided an assessment; null for other records.</summary>
    private static int? VersionOf(ReadOnlyMemory<byte> record)
        => new RecordHeader(record.Span).Kind == RecordKind.Assessment ? new AssessmentRecord(record.Span).PolicyVersion : null;

    private static string IdOf(KeyWindowHistory history) => history.Window.Window.Id;

    private static bool IsIn(CompiledPolicy policy, string id)
        => policy.KeyedWindows.Any(window => string.Equals(window.Window.Id, id, StringComparison.Ordinal));

    private KeyFill FillOf(CompiledPolicy policy, CompiledPolicy decidedBy)
        => new(policy, shard, added.Where(window => !IsIn(decidedBy, IdOf(window))));

    private AggregateValue Observe(string window, KeyObservation observation, in Contribution added, ObservedPayment payment)
    {
        if (payment.TryGet(window, observation.KeyHash, added, out var value) && !PlantedBugs.ObserveTwice)
        {
            return value;
        }

        // A window that only an older policy had cannot be evaluated any more, which the policy turns into its fallback.
        value = windows.TryGetValue(window, out var history) ? history.Observe(observation, added) : AggregateValue.Unknown;
        payment.Remember(window, observation.KeyHash, added, value);
        return value;
    }

    /// <summary>Reads what was committed since the reading. Where that fails, the next time goes on where it stopped, so that nothing is counted twice.</summary>
    private async Task<IReadOnlyList<KeyWindowHistory>> CatchUpAsync(CompiledPolicy next, KeyBackfill.Reading from)
    {
        var filled = from.OfShard(shard).ToList();
        catchingUp ??= new TenantTimeline(journal, tenant, from.Positions);
        await catchingUp.ReadAsync(new KeyFill(next, shard, filled).TakeAsync);
        return filled;
    }
}
