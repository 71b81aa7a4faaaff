using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Mailboxes;
using FinancialFirewall.Storage.Backups;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Host.Backups;

/// <summary>
/// Gets a cut through a data directory, whether a firewall has it open or not. One that does is asked, and holds the files until this command has let go of a
/// lock, which the machine does when the command dies.
/// </summary>
internal static class RunningDirectory
{
    /// <summary>The name of the mailbox in the data directory.</summary>
    public const string MailboxName = "backup";

    /// <summary>What is asked for.</summary>
    public const string HoldWord = "hold";

    /// <summary>The lock of the command that copies.</summary>
    public const string LockName = "LOCK.backup";

    /// <summary>Takes the lock and the cut, does the work, and lets go.</summary>
    /// <exception cref="CommandFailedException">There is no such directory, another backup is being taken, the firewall does not answer, or was started or stopped meanwhile.</exception>
    public static async Task<T> WithCutAsync<T>(FileSystemDisk disk, Func<DirectoryCut, Task<T>> work, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(disk.Location, DirectoryManifest.FileName)))
        {
            throw new CommandFailedException(ExitCode.Usage, $"There is no data directory '{disk.Location}'.");
        }

        await using var alone = await LockAsync(disk);
        var owner = await disk.GetLockOwnerAsync(DataDirectory.LockName);
        var cut = owner is null ? await CutStoppedAsync(disk, cancellationToken) : null;

        // A firewall that was started meanwhile is asked after all.
        owner ??= await disk.GetLockOwnerAsync(DataDirectory.LockName);
        cut = owner is null ? cut : await AskAsync(disk, owner, cancellationToken);
        try
        {
            return await work(cut!);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandFailedException(
                ExitCode.InUse, $"A firewall was started or stopped while its files were copied: {exception.Message} Take the backup again.");
        }
    }

    private static async Task<DirectoryCut> AskAsync(FileSystemDisk disk, string owner, CancellationToken cancellationToken)
    {
        var answer = await new Mailbox(disk.Location, MailboxName, TimeProvider.System).AskAsync(MailboxRequest.New(HoldWord), owner, cancellationToken);
        return DirectoryCut.TryParse(answer) ?? throw new InvalidOperationException("The firewall answered with something that is no cut.");
    }

    /// <summary>A stopped directory is not locked: a firewall may start at any time, and the copy is then one of before its start, or fails.</summary>
    private static async Task<DirectoryCut> CutStoppedAsync(FileSystemDisk disk, CancellationToken cancellationToken)
    {
        var cut = await new StoppedDirectory(disk, TimeProvider.System).CutAsync(cancellationToken);
        return cut.IsSuccess ? cut.Value : throw CommandFailedException.Because(StorageExitCode.Of(cut.Errors[0]), cut.Errors);
    }

    private static async Task<IAsyncDisposable> LockAsync(FileSystemDisk disk)
    {
        var locked = await disk.LockAsync(LockName);
        return locked.IsSuccess ? locked.Value : throw CommandFailedException.Because(StorageExitCode.Of(locked.Errors[0]), locked.Errors);
    }
}
