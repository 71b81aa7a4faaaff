using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// Removes records that are too old, by whole segments, from the oldest one on: as long as every record of a segment is too old, and of all segments before
/// it. What is removed is gone for good: reading begins behind it, and its references can be used anew. Records in the log stay until they have moved.
/// </summary>
public sealed class SegmentRetention
{
    private readonly SegmentStore store;
    private readonly ArchiveWorker worker;
    private readonly CommitLog log;

    internal SegmentRetention(SegmentStore store, ArchiveWorker worker, CommitLog log)
    {
        (this.store, this.worker, this.log) = (store, worker, log);
    }

    /// <summary>What <see cref="RemoveAsync"/> would remove now, oldest first.</summary>
    /// <param name="tenant">Whose records.</param>
    /// <param name="before">Records before this time are too old.</param>
    public async ValueTask<IReadOnlyList<RemovableSegment>> FindAsync(TenantId tenant, Instant before)
    {
        var segments = store.Acquire(tenant, static _ => true);
        try
        {
            return Describe(TakeOld(segments, before));
        }
        finally
        {
            await ReleaseAsync(segments);
        }
    }

    /// <summary>Removes segments, between two steps of the work behind the log. A crash leaves either all of them or none.</summary>
    /// <param name="tenant">Whose records.</param>
    /// <param name="before">Records before this time are too old.</param>
    /// <returns>What was removed, oldest first.</returns>
    /// <exception cref="IOException">The disk could not keep what is removed: nothing is.</exception>
    /// <exception cref="ObjectDisposedException">The directory is being closed.</exception>
    public async Task<IReadOnlyList<RemovableSegment>> RemoveAsync(TenantId tenant, Instant before)
    {
        IReadOnlyList<RemovableSegment> removed = [];
        await worker.RunAfterAsync(0, async () => removed = await RemoveAloneAsync(tenant, before));
        return removed;
    }

    /// <summary>Waits until everything that was recorded before the call is in segments.</summary>
    /// <exception cref="IOException">Moving it failed.</exception>
    public async Task CatchUpAsync() => await worker.RunAfterAsync(await log.CompleteFileAsync(), static () => ValueTask.CompletedTask);

    private static List<Segment> TakeOld(List<Segment> oldestFirst, Instant before)
        => [.. oldestFirst.TakeWhile(segment => segment.Footer.Chunks.LastAt < before.UnixMicroseconds)];

    private static List<RemovableSegment> Describe(List<Segment> segments) => segments.ConvertAll(static segment => new RemovableSegment(
        segment.Entry.Tenant,
        segment.Entry.Name,
        segment.Footer.Chunks.RecordCount,
        segment.Entry.Length,
        new Instant(segment.Footer.Chunks.FirstAt),
        new Instant(segment.Footer.Chunks.LastAt)));

    private static async ValueTask ReleaseAsync(List<Segment> segments)
    {
        foreach (var segment in segments)
        {
            await segment.ReleaseAsync();
        }
    }

    private async ValueTask<IReadOnlyList<RemovableSegment>> RemoveAloneAsync(TenantId tenant, Instant before)
    {
        var segments = store.Acquire(tenant, static _ => true);
        try
        {
            var old = TakeOld(segments, before);
            if (old.Count > 0)
            {
                await store.CommitRemovalAsync(old);
                log.Forget(store, () => store.Drop(old));
                await store.DeleteAsync(old);
            }

            return Describe(old);
        }
        finally
        {
            await ReleaseAsync(segments);
        }
    }
}
