namespace FinancialFirewall.Grains.Tests.Feeds;

/// <summary>An assessment that somebody heard of.</summary>
internal sealed record FollowedRecord(int Partition, long Sequence, string Name, string Cursor)
{
    /// <summary>What others heard too; null where it was read for one alone.</summary>
    public object? Shared { get; init; }
}
