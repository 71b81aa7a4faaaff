using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Replication;

/// <summary>
/// Reads what a <see cref="SiteRewind"/> put aside. It changes nothing and takes no lock: what was put aside does not change, and neither do keys that were used.
/// </summary>
/// <param name="disk">The data directory.</param>
/// <param name="masterKey">Where its master key is kept.</param>
public sealed class AsideJournal(IDisk disk, IMasterKeySource masterKey)
{
    /// <summary>What was put aside, by name.</summary>
    /// <exception cref="IOException">The disk could not be read.</exception>
    public async ValueTask<IReadOnlyList<AsideTail>> ListAsync()
    {
        var entries = await disk.ExistsAsync(SiteRewind.DirectoryName) ? await disk.ListAsync(SiteRewind.DirectoryName) : [];
        return [.. entries.Where(static entry => entry.IsDirectory).Select(static entry => AsideTail.TryParse(entry.Name)).OfType<AsideTail>()
            .OrderBy(static tail => tail.Term).ThenBy(static tail => tail.Commit ?? long.MaxValue)];
    }

    /// <summary>
    /// Shows the records of a tail that is no whole data directory, in the order in which they were recorded. A torn end is left out: nobody was answered from it.
    /// Refusals: <c>STORAGE_DAMAGED</c>, and those of <see cref="Keyring.OpenAsync"/>.
    /// </summary>
    /// <param name="tail">What to read.</param>
    /// <param name="show">Takes each record.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>How many bytes were torn off.</returns>
    /// <exception cref="IOException">The disk could not be read.</exception>
    public async ValueTask<Result<long>> ReadAsync(AsideTail tail, Func<AsideRecord, ValueTask> show, CancellationToken cancellationToken)
    {
        var after = tail.Commit ?? throw new ArgumentException($"'{tail.Name}' is a whole data directory.", nameof(tail));
        var opened = await Keyring.OpenAsync(new KeyringSetup(disk, masterKey, NoRandom, TimeProvider.System) { IsReadOnly = true }, cancellationToken);
        if (!opened.IsSuccess)
        {
            return Result.Failure<long>(opened.Errors);
        }

        using var keys = opened.Value;
        var (directory, torn) = ($"{tail.Path}/{DataDirectory.JournalName}", 0L);
        var numbers = await LogRecovery.ListAsync(disk, directory);
        LogChain? before = null;
        foreach (var number in numbers)
        {
            var walk = new LogFileWalk(disk, directory, keys.For(KeyPurpose.Journal), number, number == numbers[^1], before, new AsideVisitor(after, show));
            var found = await walk.RunAsync(cancellationToken);
            if (found.Damage is { } damage)
            {
                return damage.ToError();
            }

            (before, torn) = (found.End, found.TornTail?.Bytes ?? 0);
        }

        return torn;
    }

    private static ulong NoRandom() => throw new InvalidOperationException("Reading what was put aside makes no keys.");
}
