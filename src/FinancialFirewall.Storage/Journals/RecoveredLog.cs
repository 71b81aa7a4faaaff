namespace FinancialFirewall.Storage.Journals;

/// <summary>A log that was read and mended.</summary>
internal sealed record RecoveredLog(JournalIndex Index, LogChain End, RecoveryReport Report);
