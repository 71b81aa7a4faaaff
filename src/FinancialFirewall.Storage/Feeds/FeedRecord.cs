namespace FinancialFirewall.Storage.Feeds;

/// <summary>A record that was committed.</summary>
/// <param name="Partition">Its partition.</param>
/// <param name="Sequence">Its number in the partition.</param>
/// <param name="Bytes">Its bytes, which nobody changes any more.</param>
public sealed record FeedRecord(int Partition, long Sequence, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>
    /// Whether the same object is given to everybody who is at the same place of the tenant's journal, so that what is made of it and of that place can be shared. Where it is not, it is read for
    /// one of them alone.
    /// </summary>
    public bool IsShared { get; init; }
}
