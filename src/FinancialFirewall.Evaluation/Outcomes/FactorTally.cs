using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Evaluation.Rankings;

namespace FinancialFirewall.Evaluation.Outcomes;

/// <summary>Counts for what one factor held.</summary>
/// <param name="name">Its name.</param>
internal sealed class FactorTally(string name)
{
    private readonly ScoreChanges without = new();
    private long fraud;
    private long genuine;
    private long onlyFraud;
    private long onlyGenuine;

    /// <summary>Counts a payment for which it held.</summary>
    /// <param name="isFraud">The payment's label.</param>
    /// <param name="isAlone">Whether nothing else held.</param>
    /// <param name="score">The payment's score.</param>
    /// <param name="withoutIt">What the score would be without it.</param>
    public void Add(bool isFraud, bool isAlone, Score score, Score withoutIt)
    {
        fraud += isFraud ? 1 : 0;
        genuine += isFraud ? 0 : 1;
        onlyFraud += isFraud && isAlone ? 1 : 0;
        onlyGenuine += !isFraud && isAlone ? 1 : 0;
        without.Move(score, withoutIt, isFraud);
    }

    /// <summary>What it contributes.</summary>
    /// <param name="scores">All scores.</param>
    /// <param name="ranking">How well they rank.</param>
    public FactorResult Result(ScoreHistogram scores, Ranking? ranking) => new(
        name,
        fraud,
        genuine,
        onlyFraud,
        onlyGenuine,
        scores.Fraud == 0 ? null : fraud / (double)(fraud + genuine) * (scores.Fraud + scores.Genuine) / scores.Fraud,
        ranking is null ? null : ranking.AveragePrecision - Ranking.Of(scores.With(without))!.AveragePrecision);
}
