using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.References;
using Orleans;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>A committed refund, reversal or return, for the partition of its original.</summary>
/// <param name="Original">The sequence of the original in its partition.</param>
/// <param name="Refund">The reference of the refund, by which a repeated request is recognised.</param>
/// <param name="AmountMinor">What is given back, in minor units of the tenant's base currency, at least 0.</param>
/// <param name="Reason">Why.</param>
/// <param name="RefundedAt">When the refund was assessed.</param>
[GenerateSerializer, Immutable, Alias("ff.ReleaseRequest")]
public sealed record ReleaseRequest(
    [property: Id(0)] long Original,
    [property: Id(1)] ReferenceKey Refund,
    [property: Id(2)] long AmountMinor,
    [property: Id(3)] ReleaseReason Reason,
    [property: Id(4)] Instant RefundedAt);
