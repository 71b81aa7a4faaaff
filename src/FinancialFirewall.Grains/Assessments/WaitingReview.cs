using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using Orleans;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>An assessment that waits for a person, and how far it has come.</summary>
/// <param name="Partition">Its partition.</param>
/// <param name="Sequence">Its number there.</param>
/// <param name="AssessedAt">When it was assessed first.</param>
/// <param name="Decision">The decision now: MANUAL_REVIEW, HOLD or ESCALATE.</param>
/// <param name="Level">The risk level now.</param>
/// <param name="Score">The score now.</param>
/// <param name="BaseAmountMinor">The amount in minor units of the base currency; null where there was no rate.</param>
/// <param name="ClaimedBy">Who has it; empty where nobody took it. A claim may have lapsed.</param>
/// <param name="ClaimedUntil">Until when.</param>
/// <param name="VotedBy">The first of two persons, who decided; empty where nobody has.</param>
[GenerateSerializer, Immutable, Alias("ff.WaitingReview")]
public sealed record WaitingReview(
    [property: Id(0)] int Partition,
    [property: Id(1)] long Sequence,
    [property: Id(2)] Instant AssessedAt,
    [property: Id(3)] Decision Decision,
    [property: Id(4)] RiskLevel Level,
    [property: Id(5)] Score Score,
    [property: Id(6)] long? BaseAmountMinor,
    [property: Id(7)] string ClaimedBy,
    [property: Id(8)] Instant ClaimedUntil,
    [property: Id(9)] string VotedBy)
{
    internal static WaitingReview Of(in OpenReview open, ReviewProgress progress, int partition) => new(
        partition,
        open.Sequence,
        open.AssessedAt,
        open.Decision,
        open.Level,
        open.Score,
        open.BaseAmountMinor == OpenReview.UnknownAmount ? null : open.BaseAmountMinor,
        progress.ClaimedBy,
        progress.ClaimedUntil,
        progress.VotedBy);
}
