namespace FinancialFirewall.Storage.Journals;

/// <summary>One record that was read.</summary>
/// <param name="Sequence">Its number in the partition.</param>
/// <param name="Epoch">The epoch in which it was written.</param>
/// <param name="Bytes">Its bytes, which belong to the reader.</param>
public sealed record JournalRecord(long Sequence, long Epoch, ReadOnlyMemory<byte> Bytes);
