namespace FinancialFirewall.Storage.States;

/// <summary>A state that was read.</summary>
/// <param name="Bytes">Its bytes, which belong to the reader.</param>
/// <param name="ETag">The number of the write that made it, higher than that of any write before in the tenant.</param>
public sealed record StateValue(ReadOnlyMemory<byte> Bytes, long ETag);
