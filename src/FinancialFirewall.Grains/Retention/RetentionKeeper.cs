using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Segments;
using Orleans;

namespace FinancialFirewall.Grains.Retention;

/// <summary>Removes what each tenant does not keep any longer; a tenant that does not exist has nothing.</summary>
public sealed class RetentionKeeper(SegmentRetention segments, IJournal journal, IGrainFactory grains, TimeProvider time)
{
    private readonly Lock access = new();
    private RetentionCounters counters;

    /// <summary>What was removed since the process started.</summary>
    public RetentionCounters Counters
    {
        get
        {
            lock (access)
            {
                return counters;
            }
        }
    }

    /// <summary>Waits until everything that was recorded before the call is in segments, from which alone anything is removed.</summary>
    /// <exception cref="IOException">Moving it failed.</exception>
    public Task CatchUpAsync() => segments.CatchUpAsync();

    /// <summary>Sets how many years a tenant keeps its records. Refusals: <c>TENANT_UNKNOWN</c>, <c>RETENTION_INVALID</c>.</summary>
    public async Task<Result<int>> KeepAsync(TenantId tenant, int years)
    {
        var changed = await GrainOf(tenant).Configure(new TenantSettings(RetentionYears: years));
        return changed.IsSuccess ? changed.Value.RetentionYears : Result.Failure<int>(changed.Errors);
    }

    /// <summary>What <see cref="RemoveAsync"/> would remove at a time.</summary>
    /// <param name="tenant">The tenant; all that have records where null.</param>
    /// <param name="asOf">The time.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public Task<IReadOnlyList<TenantRetention>> FindAsync(TenantId? tenant, Instant asOf, CancellationToken cancellationToken)
        => VisitAsync(tenant, asOf, async (one, before) => await segments.FindAsync(one, before), cancellationToken);

    /// <summary>Removes, for good, what is older at a time than its tenant keeps records.</summary>
    /// <param name="tenant">The tenant; all that have records where null.</param>
    /// <param name="asOf">The time, not in the future.</param>
    /// <param name="cancellationToken">Ends it between two tenants.</param>
    /// <returns>What was removed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is in the future.</exception>
    /// <exception cref="IOException">The disk could not be written; what is not removed goes another time.</exception>
    public async Task<IReadOnlyList<TenantRetention>> RemoveAsync(TenantId? tenant, Instant asOf, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(asOf, Instant.From(time.GetUtcNow()));
        var removed = await VisitAsync(tenant, asOf, RemoveOneAsync, cancellationToken);
        lock (access)
        {
            counters = counters with { LastRun = tenant is null ? Instant.From(time.GetUtcNow()) : counters.LastRun };
        }

        return removed;
    }

    /// <summary>The time that lies whole years of the calendar before another one.</summary>
    internal static Instant YearsBefore(Instant asOf, int years) => Instant.From(asOf.ToDateTimeOffset().AddYears(-years));

    private async Task<IReadOnlyList<RemovableSegment>> RemoveOneAsync(TenantId tenant, Instant before)
    {
        var removed = await segments.RemoveAsync(tenant, before);
        lock (access)
        {
            counters = counters with
            {
                Records = counters.Records + removed.Sum(static segment => segment.Records),
                Bytes = counters.Bytes + removed.Sum(static segment => segment.Bytes),
            };
        }

        return removed;
    }

    private async Task<IReadOnlyList<TenantRetention>> VisitAsync(
        TenantId? wanted, Instant asOf, Func<TenantId, Instant, Task<IReadOnlyList<RemovableSegment>>> visit, CancellationToken cancellationToken)
    {
        var found = new List<TenantRetention>();
        foreach (var tenant in wanted is { } one ? [one] : journal.GetTenants())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await GrainOf(tenant).GetProfile() is { } profile)
            {
                var before = YearsBefore(asOf, profile.RetentionYears);
                found.Add(new TenantRetention(tenant, profile.RetentionYears, before, await visit(tenant, before)));
            }
        }

        return found;
    }

    private ITenantGrain GrainOf(TenantId tenant)
    {
        TenantScope.Enter(tenant);
        return grains.GetGrain<ITenantGrain>(tenant.Name);
    }
}
