using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Evaluation.Rankings;

/// <summary>What flagging every payment from one score on gives.</summary>
/// <param name="Score">The score from which on payments are flagged.</param>
/// <param name="Recall">The share of the fraud that is flagged: the true positive rate.</param>
/// <param name="FalsePositiveRate">The share of the genuine payments that is flagged.</param>
/// <param name="Precision">The share of the flagged payments that is fraud.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CurvePoint(Score Score, double Recall, double FalsePositiveRate, double Precision)
{
    /// <summary>The harmonic mean of precision and recall; 0 where both are.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}
