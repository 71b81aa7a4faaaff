using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using Orleans;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>What became of a <see cref="FollowUpRequest"/>.</summary>
/// <param name="Kept">What is recorded and on disk; null when refused.</param>
/// <param name="IsRepeated">Whether an earlier request had it recorded, and this one changed nothing.</param>
/// <param name="Refusal">Why nothing was recorded; null where it is.</param>
[GenerateSerializer, Immutable, Alias("ff.FollowUpAnswer")]
public sealed record FollowUpAnswer([property: Id(0)] FollowUp? Kept, [property: Id(1)] bool IsRepeated, [property: Id(2)] Error? Refusal)
{
    /// <summary>A refusal.</summary>
    public static FollowUpAnswer Refused(Error error) => new(null, IsRepeated: false, error);
}
