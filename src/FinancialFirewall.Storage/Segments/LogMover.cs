using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// Moves a complete log file into segments. The order of the steps makes each of them repeatable: segments are written and flushed, then the manifest names
/// them and the log file, then readers are switched, and only then the log file is deleted. A crash leaves files that no manifest names, or a log file
/// that it says was moved; both are cleared away at the next start.
/// </summary>
internal sealed class LogMover(SegmentStoreSetup setup, SegmentStore store, CommitLog log)
{
    /// <summary>Moves one file, the oldest there is.</summary>
    /// <exception cref="StorageDamageException">The file is not what was written.</exception>
    public async ValueTask MoveAsync(LogChain file)
    {
        var segments = new List<Segment>();
        var done = new HashSet<TenantId>();
        for (var hasMore = true; hasMore;)
        {
            var pass = new MovePass(store, setup.Facts, file.File, Instant.From(setup.Time.GetUtcNow()), done);
            try
            {
                await WalkAsync(file, pass);
                segments.AddRange(await pass.FinishAsync());
            }
            finally
            {
                await pass.CloseAsync();
            }

            done.UnionWith(segments.Select(segment => segment.Entry.Tenant));
            hasMore = pass.HasMore;
        }

        await (PlantedBugs.DeleteLogBeforeManifest ? setup.Disk.DeleteAsync(log.PathOf(file.File)) : ValueTask.CompletedTask);
        await store.CommitAsync(file, segments, []);
        await log.ReleaseAsync(file.File, () => store.Switch(file, segments, []));
    }

    private async ValueTask WalkAsync(LogChain file, MovePass pass)
    {
        var found = await log.WalkAsync(file.File, store.End, pass);
        if (found.Damage is not null)
        {
            throw new StorageDamageException(found.Damage);
        }

        if (found.End != file)
        {
            throw Segment.Damage(log.PathOf(file.File), found.End.Length, $"the file ends after commit {found.End.Commit}, and commit {file.Commit} was written.");
        }
    }
}
