namespace FinancialFirewall.Host.Backups;

/// <summary>What <c>firewall backup</c> was told.</summary>
/// <param name="DataDirectory">What is backed up, an absolute path.</param>
/// <param name="Target">A directory, a file whose name ends in <c>.tar</c>, or <c>-</c> for standard output.</param>
/// <param name="BytesPerSecond">How much is copied at the most; 0 for no limit.</param>
/// <param name="Keep">How many points a directory keeps; null for all.</param>
internal sealed record BackupRequest(string DataDirectory, string Target, long BytesPerSecond, int? Keep);
