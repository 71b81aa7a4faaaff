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

    /// <summary>Takes the locks and the cut, does the work, and lets go.</summary>
    /// <exception cref="CommandFailedException">There is no such directory, another backup is being taken, or the firewall does not answer.</exception>
    public static async Task<T> WithCutAsync<T>(FileSystemDisk disk, Func<DirectoryCut, Task<T>> work, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(disk.Location, DirectoryManifest.FileName)))
        {
            throw new CommandFailedException(ExitCode.Usage, $"There is no data directory '{disk.Location}'.");
        }

        await using var alone = await LockAsync(disk, LockName);
        if (await disk.GetLockOwnerAsync(DataDirectory.LockName) is { } owner)
        {
            var answer = await new Mailbox(disk.Location, MailboxName, TimeProvider.System).AskAsync(MailboxRequest.New(HoldWord), owner, cancellationToken);
            var held = DirectoryCut.TryParse(answer) ?? throw new InvalidOperationException("The firewall answered with something that is no cut.");
            return await work(held);
        }

        await using var stopped = await LockAsync(disk, DataDirectory.LockName);
        var cut = await new StoppedDirectory(disk, TimeProvider.System).CutAsync(cancellationToken);
        return cut.IsSuccess ? await work(cut.Value) : throw CommandFailedException.Because(StorageExitCode.Of(cut.Errors[0]), cut.Errors);
    }

    private static async Task<IAsyncDisposable> LockAsync(FileSystemDisk disk, string name)
    {
        var locked = await disk.LockAsync(name);
        return locked.IsSuccess ? locked.Value : throw CommandFailedException.Because(StorageExitCode.Of(locked.Errors[0]), locked.Errors);
    }
}
