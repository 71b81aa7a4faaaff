using FinancialFirewall.Domain.Assessments;
using Orleans;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Something that is to happen to an assessment of a partition.</summary>
/// <param name="Assessment">Which one.</param>
/// <param name="Wanted">What; a <see cref="FollowUpKind.Retried"/> has no decision yet.</param>
/// <param name="TakesTwo">Whether two persons have to agree on what closes it.</param>
/// <param name="TakesOver">Whether a claim holds whoever has the assessment.</param>
[GenerateSerializer, Immutable, Alias("ff.FollowUpRequest")]
public sealed record FollowUpRequest(
    [property: Id(0)] AssessmentId Assessment, [property: Id(1)] FollowUp Wanted, [property: Id(2)] bool TakesTwo = false, [property: Id(3)] bool TakesOver = false);
