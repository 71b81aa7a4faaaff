using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>An assessment that waits for a person.</summary>
/// <param name="Sequence">Its number in its partition.</param>
/// <param name="AssessedAt">When it was assessed first.</param>
/// <param name="Decision">The decision now.</param>
/// <param name="Level">The level now.</param>
/// <param name="Score">The score now.</param>
/// <param name="BaseAmountMinor">The amount in minor units of the base currency; <see cref="UnknownAmount"/> where there was no rate.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OpenReview(long Sequence, Instant AssessedAt, Decision Decision, RiskLevel Level, Score Score, long BaseAmountMinor)
{
    /// <summary>Stands for an amount that is not known: below all others.</summary>
    public const long UnknownAmount = -1;
}
