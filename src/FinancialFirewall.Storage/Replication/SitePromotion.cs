using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Backups;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Storage.Replication;

/// <summary>Makes a follower's data directory, which nobody has open, that of a leader.</summary>
public static class SitePromotion
{
    /// <summary>
    /// Notes the new term and where it begins, durably: from then on the directory opens to record. Refusals: <c>SITE_NO_FOLLOWER</c>, and those of reading the
    /// directory.
    /// </summary>
    /// <param name="disk">The directory, locked by the caller.</param>
    /// <param name="term">The term at least.</param>
    /// <param name="time">Stamps nothing that is kept.</param>
    /// <param name="cancellationToken">Gives up before anything is changed.</param>
    /// <returns>The record of the new leader.</returns>
    /// <exception cref="IOException">The disk could not be read, or not keep the note.</exception>
    public static async ValueTask<Result<SiteRecord>> RunAsync(IDisk disk, uint term, TimeProvider time, CancellationToken cancellationToken)
    {
        var known = await SiteRecord.ReadAsync(disk);
        if (!known.IsSuccess || known.Value is not { Role: SiteRole.Follower } record)
        {
            return known.IsSuccess ? SiteErrors.NoFollower(disk.Location) : Result.Failure<SiteRecord>(known.Errors);
        }

        var cut = await new StoppedDirectory(disk, time).CutAsync(cancellationToken);
        if (!cut.IsSuccess)
        {
            return Result.Failure<SiteRecord>(cut.Errors);
        }

        var promoted = record.Promoted(
            Math.Max(term, checked(record.Term + 1)), new SitePosition(cut.Value.Generation, cut.Value.States, cut.Value.Journal));
        await promoted.WriteAsync(disk);
        return promoted;
    }
}
