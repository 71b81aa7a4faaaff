namespace FinancialFirewall.Grains.Tests.Feeds;

/// <summary>An assessment that somebody heard of.</summary>
internal sealed record FollowedRecord(int Partition, long Sequence, string Name, string Cursor);
