namespace FinancialFirewall.Storage.Journals;

/// <summary>What was found when a log was opened.</summary>
/// <param name="Files">Log files, without one that was cut away as a whole.</param>
/// <param name="Frames">Sound frames of whole commits.</param>
/// <param name="Commits">Whole commits.</param>
/// <param name="Records">Records in them.</param>
/// <param name="Bytes">The length of all files after cutting.</param>
/// <param name="TornTail">What was cut; <see langword="null"/> where nothing was.</param>
public sealed record RecoveryReport(int Files, long Frames, long Commits, long Records, long Bytes, TornTail? TornTail);
