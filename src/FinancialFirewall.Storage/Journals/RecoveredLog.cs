namespace FinancialFirewall.Storage.Journals;

/// <summary>A log that was read and mended.</summary>
/// <param name="Index">What is in it, and behind it.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Files">Where each of its files ends, oldest first. Nothing is appended to any of them.</param>
/// <param name="Report">What was found.</param>
internal sealed record RecoveredLog(JournalIndex Index, LogChain End, IReadOnlyList<LogChain> Files, RecoveryReport Report);
