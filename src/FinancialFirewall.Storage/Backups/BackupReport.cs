namespace FinancialFirewall.Storage.Backups;

/// <summary>What a backup did.</summary>
/// <param name="Point">What can be brought back now.</param>
/// <param name="CopiedBytes">How much was copied; the rest of the point was there already.</param>
/// <param name="RemovedPoints">How many old points were removed.</param>
public sealed record BackupReport(BackupPoint Point, long CopiedBytes, int RemovedPoints);
