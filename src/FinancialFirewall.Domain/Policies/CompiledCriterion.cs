using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Policies;

/// <summary>
/// One of <c>decisionCriteria</c>. The four severe ones hold when the score or the amount reaches its bound or all conditions hold; the one that
/// approves holds when the score and the amount keep their bounds and all conditions hold, and never without any of them: nobody means to approve
/// everything by an empty object.
/// </summary>
/// <param name="Source">What it was compiled from.</param>
/// <param name="Kind">Which one.</param>
/// <param name="Step">The step that it stands for.</param>
/// <param name="ScoreBound">The score's bound, where there is one.</param>
/// <param name="AmountIndex">The place of the amount's condition in the configuration's program; below 0 where there is none.</param>
/// <param name="ConditionsIndex">The place of the conjunction of its conditions; below 0 where there is none.</param>
internal sealed record CompiledCriterion(
    DecisionCriterion Source, CriterionKind Kind, DecisionStep Step, Score? ScoreBound, int AmountIndex, int ConditionsIndex)
{
    /// <summary>Whether it approves.</summary>
    public bool Approves => Kind == CriterionKind.AutoApprove;

    /// <summary>Whether there is nothing that could make it hold.</summary>
    public bool IsEmpty => ScoreBound is null && AmountIndex < 0 && ConditionsIndex < 0;

    /// <summary>Whether it holds.</summary>
    /// <param name="score">The final score.</param>
    /// <param name="recorder">What the conditions gave.</param>
    /// <param name="parts">Which parts hold.</param>
    public Truth Test(Score score, RuleRecorder recorder, out CriterionParts parts)
    {
        parts = CriterionParts.None;
        var holds = Approves ? Truth.True : Truth.False;
        if (ScoreBound is { } bound)
        {
            Join(Approves ? score <= bound : score >= bound, CriterionParts.Score, ref holds, ref parts);
        }

        if (AmountIndex >= 0)
        {
            Join(recorder.TruthAt(AmountIndex), CriterionParts.Amount, ref holds, ref parts);
        }

        if (ConditionsIndex >= 0)
        {
            Join(recorder.TruthAt(ConditionsIndex), CriterionParts.Conditions, ref holds, ref parts);
        }

        return IsEmpty ? Truth.False : holds;
    }

    private void Join(bool part, CriterionParts name, ref Truth holds, ref CriterionParts parts)
        => Join(part ? Truth.True : Truth.False, name, ref holds, ref parts);

    private void Join(Truth part, CriterionParts name, ref Truth holds, ref CriterionParts parts)
    {
        parts |= part == Truth.True ? name : CriterionParts.None;
        var decisive = Approves ? Truth.False : Truth.True;
        holds = holds == decisive || part == decisive ? decisive
            : holds == Truth.Unknown || part == Truth.Unknown ? Truth.Unknown
            : part;
    }
}
