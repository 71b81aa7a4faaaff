namespace FinancialFirewall.Storage.Journals;

/// <summary>A place in the order of commits, to wait for; it means nothing after a restart.</summary>
/// <param name="Commit">The number of the commit that holds what was appended.</param>
public readonly record struct JournalPosition(long Commit);
