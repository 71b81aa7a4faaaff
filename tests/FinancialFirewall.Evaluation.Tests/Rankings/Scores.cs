using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Evaluation.Rankings;

namespace FinancialFirewall.Evaluation.Tests.Rankings;

/// <summary>Histograms of a few payments.</summary>
internal static class Scores
{
    /// <summary>Counts payments, each as its score in 1/10,000 and its label.</summary>
    public static ScoreHistogram Of(params (int Score, bool IsFraud)[] payments)
    {
        var histogram = new ScoreHistogram();
        foreach (var (score, isFraud) in payments)
        {
            histogram.Add(new Score(score), isFraud);
        }

        return histogram;
    }
}
