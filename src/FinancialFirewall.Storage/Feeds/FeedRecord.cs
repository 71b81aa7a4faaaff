using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Feeds;

/// <summary>A record that was committed.</summary>
/// <param name="Partition">Its partition.</param>
/// <param name="Sequence">Its number in the partition.</param>
/// <param name="Bytes">Its bytes, which nobody changes any more.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FeedRecord(int Partition, long Sequence, ReadOnlyMemory<byte> Bytes);
