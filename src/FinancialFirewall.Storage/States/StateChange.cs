using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.States;

/// <summary>What became of a change before it is committed.</summary>
/// <param name="Generation">The log that holds it.</param>
/// <param name="Position">What must be on disk before the answer.</param>
/// <param name="Version">The new version; <see langword="null"/> where nothing was written.</param>
/// <param name="Found">The ETag that was found.</param>
internal sealed record StateChange(StateGeneration Generation, JournalPosition Position, StateVersion? Version, long? Found);
