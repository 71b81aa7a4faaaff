using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using Orleans;

namespace FinancialFirewall.Grains.Shadows;

/// <summary>A payment that the draft would have decided otherwise.</summary>
/// <param name="Assessment">The id of its assessment.</param>
/// <param name="AssessedAt">When it was decided.</param>
/// <param name="Live">What was decided.</param>
/// <param name="LiveScore">By which score.</param>
/// <param name="Shadow">What the draft would have decided.</param>
/// <param name="ShadowScore">By which score.</param>
[GenerateSerializer, Immutable, Alias("ff.ShadowSample")]
public sealed record ShadowSample(
    [property: Id(0)] Guid Assessment,
    [property: Id(1)] Instant AssessedAt,
    [property: Id(2)] Decision Live,
    [property: Id(3)] Score LiveScore,
    [property: Id(4)] Decision Shadow,
    [property: Id(5)] Score ShadowScore);
