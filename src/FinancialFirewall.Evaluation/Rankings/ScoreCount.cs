using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Evaluation.Rankings;

/// <summary>How many payments got one score.</summary>
/// <param name="Score">The score.</param>
/// <param name="Fraud">Payments of fraud that got it.</param>
/// <param name="Genuine">Genuine payments that got it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ScoreCount(Score Score, long Fraud, long Genuine);
