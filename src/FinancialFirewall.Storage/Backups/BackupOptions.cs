namespace FinancialFirewall.Storage.Backups;

/// <summary>How a backup is taken or brought back.</summary>
public sealed record BackupOptions
{
    /// <summary>Asked before so many bytes are copied: it completes when they may be. Without it nothing waits.</summary>
    public Func<int, CancellationToken, ValueTask>? Pace { get; init; }

    /// <summary>Learns how far it is.</summary>
    public IProgress<BackupProgress>? Progress { get; init; }

    /// <summary>How many points stay in a backup, the newest ones; all of them by default. At least 1.</summary>
    public int? Keep { get; init; }
}
