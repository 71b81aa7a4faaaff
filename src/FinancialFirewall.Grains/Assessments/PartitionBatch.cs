using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Time;
using Orleans;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Payments for one partition to decide, whose references are claimed for it.</summary>
/// <param name="Payments">The payments, in the order in which they are decided.</param>
/// <param name="ClaimedUntil">When the claims begin to lapse: what is not decided by then is not decided at all.</param>
/// <param name="ObservedBy">The policy version whose keyed windows were observed.</param>
/// <param name="Keyed">For each payment the values of that version's keyed windows, in its order; null where the version has none.</param>
[GenerateSerializer, Immutable, Alias("ff.PartitionBatch")]
public sealed record PartitionBatch(
    [property: Id(0)] PaymentBatch Payments,
    [property: Id(1)] Instant ClaimedUntil,
    [property: Id(2)] int ObservedBy,
    [property: Id(3)] IReadOnlyList<AggregateValue[]>? Keyed)
{
    /// <summary>Whether the values are those that a policy needs.</summary>
    internal bool IsObservedFor(CompiledPolicy policy) => policy.KeyedWindows.Count == 0 || policy.Version == ObservedBy;
}
