using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Storage.Backups;

namespace FinancialFirewall.Host.Backups;

/// <summary>Shows how far a backup or its restoration is, on a terminal only.</summary>
internal sealed class BackupBar(TextWriter output) : IProgress<BackupProgress>
{
    private readonly PercentBar bar = new(output);

    /// <inheritdoc/>
    public void Report(BackupProgress value) => bar.Show(value.DoneBytes, value.TotalBytes);
}
