using FinancialFirewall.Storage.Damages;

namespace FinancialFirewall.Storage.Snapshots;

/// <summary>What was found of a snapshot.</summary>
/// <param name="Snapshot">The newest sound one; <see langword="null"/> where there is none, and the journal is read from its start.</param>
/// <param name="Skipped">Newer ones that are damaged, to be reported.</param>
public sealed record SnapshotLoad(Snapshot? Snapshot, IReadOnlyList<StorageDamage> Skipped);
