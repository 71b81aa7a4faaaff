namespace FinancialFirewall.Storage.Snapshots;

/// <summary>A state as it was after a record of the journal; what followed is read from the journal.</summary>
/// <param name="ThroughSequence">The sequence of the last record that the state includes; 0 for none.</param>
/// <param name="Bytes">The state.</param>
public sealed record Snapshot(long ThroughSequence, ReadOnlyMemory<byte> Bytes);
