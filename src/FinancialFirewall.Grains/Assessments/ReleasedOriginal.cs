using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>What was given back of one payment.</summary>
/// <param name="AmountMinor">How much, in minor units of the base currency.</param>
/// <param name="LatestAt">When the latest part was given back.</param>
/// <param name="RefundHashes">XxHash64 of the references of the refunds that did.</param>
internal sealed record ReleasedOriginal(long AmountMinor, Instant LatestAt, IReadOnlyList<ulong> RefundHashes);
