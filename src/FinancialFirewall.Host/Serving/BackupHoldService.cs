using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Host.Backups;
using FinancialFirewall.Host.Mailboxes;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Host.Serving;

/// <summary>
/// Holds a cut through the data directory still while <c>firewall backup</c> copies it: until that command ends, however it ends, and for a day at the most. The
/// copying is the command's work and takes nothing from deciding but the disk.
/// </summary>
internal sealed partial class BackupHoldService(FirewallStatus status, ServerOptions options, TimeProvider time, ILogger<BackupHoldService> logger)
    : BackgroundService
{
    private static readonly TimeSpan MaximumHold = TimeSpan.FromHours(24);

    private readonly Mailbox mailbox = new(options.DataDirectory, RunningDirectory.MailboxName, time);
    private DirectoryHold? held;
    private long heldSince;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var disk = new FileSystemDisk(options.DataDirectory);
        using var timer = new PeriodicTimer(Mailbox.Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await EndIfUnusedAsync(disk);
                if (status.IsRecovered && await mailbox.TakeAsync(stoppingToken) is { Text: RunningDirectory.HoldWord } request)
                {
                    await HoldAsync(request, stoppingToken);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                LogFailure(logger, exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Files could not be held for a backup, or not be let go; the next start deletes what is left.")]
    private static partial void LogFailure(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A backup takes longer than {Limit}; its files are held no longer, and it will fail.")]
    private static partial void LogTooLong(ILogger logger, TimeSpan limit);

    private async Task HoldAsync(MailboxRequest request, CancellationToken cancellationToken)
    {
        await EndAsync();
        held = await status.HoldAsync();
        heldSince = time.GetTimestamp();
        await mailbox.AnswerAsync(request, held.Cut.ToText(), cancellationToken);
    }

    private async Task EndIfUnusedAsync(FileSystemDisk disk)
    {
        if (held is null)
        {
            return;
        }

        var isTooLong = time.GetElapsedTime(heldSince) > MaximumHold;
        if (isTooLong)
        {
            LogTooLong(logger, MaximumHold);
        }

        if (isTooLong || await disk.GetLockOwnerAsync(RunningDirectory.LockName) is null)
        {
            await EndAsync();
        }
    }

    private async Task EndAsync()
    {
        var ended = held;
        held = null;
        if (ended is not null)
        {
            await ended.DisposeAsync();
        }
    }
}
