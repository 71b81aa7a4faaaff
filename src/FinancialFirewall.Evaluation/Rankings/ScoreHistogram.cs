using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Evaluation.Rankings;

/// <summary>
/// How many payments of fraud and how many genuine ones got each score. A score has 10,001 possible values, so that every measure of a ranking is
/// exact from these counts, in the same memory for any number of payments.
/// </summary>
public sealed class ScoreHistogram
{
    private readonly long[] fraud = new long[Score.One + 1];
    private readonly long[] genuine = new long[Score.One + 1];

    /// <summary>All payments of fraud.</summary>
    public long Fraud { get; private set; }

    /// <summary>All genuine payments.</summary>
    public long Genuine { get; private set; }

    /// <summary>Counts a payment.</summary>
    /// <param name="score">Its score.</param>
    /// <param name="isFraud">Its label.</param>
    public void Add(Score score, bool isFraud) => Add(score, isFraud, 1);

    /// <summary>The same payments, some of which got another score.</summary>
    public ScoreHistogram With(ScoreChanges changes)
    {
        var changed = new ScoreHistogram();
        for (var value = 0; value <= Score.One; value++)
        {
            changed.Add(new(value), isFraud: true, fraud[value] + changes.Of(new(value), isFraud: true));
            changed.Add(new(value), isFraud: false, genuine[value] + changes.Of(new(value), isFraud: false));
        }

        return changed;
    }

    /// <summary>The counts of each score that some payment got, from the highest score down.</summary>
    public IEnumerable<ScoreCount> FromTheTop()
    {
        for (var value = Score.One; value >= 0; value--)
        {
            if (fraud[value] + genuine[value] != 0)
            {
                yield return new ScoreCount(new(value), fraud[value], genuine[value]);
            }
        }
    }

    private void Add(Score score, bool isFraud, long count)
    {
        (isFraud ? fraud : genuine)[score.TenThousandths] += count;
        Fraud += isFraud ? count : 0;
        Genuine += isFraud ? 0 : count;
    }
}
