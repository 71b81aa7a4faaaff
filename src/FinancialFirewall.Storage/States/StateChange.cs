using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.States;

/// <summary>What became of changes before they are committed.</summary>
/// <param name="Generation">The log that holds them.</param>
/// <param name="Position">What must be on disk before the answer.</param>
/// <param name="Versions">The new versions, one a change; <see langword="null"/> for the deletion of nothing.</param>
/// <param name="Refusal">Why nothing was written: a state has another ETag; <see langword="null"/> where all was.</param>
internal sealed record StateChange(StateGeneration Generation, JournalPosition Position, IReadOnlyList<StateVersion?> Versions, Error? Refusal = null);
