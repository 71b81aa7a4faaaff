namespace FinancialFirewall.Evaluation.Rankings;

/// <summary>How well scores put fraud before genuine payments. Payments with the same score are taken together, never in a chosen order.</summary>
public sealed class Ranking
{
    private Ranking(IReadOnlyList<CurvePoint> points, double areaUnderRoc, double averagePrecision)
    {
        Points = points;
        AreaUnderRoc = areaUnderRoc;
        AveragePrecision = averagePrecision;
    }

    /// <summary>One point for each score that some payment got, from the highest score down; the last one flags everything.</summary>
    public IReadOnlyList<CurvePoint> Points { get; }

    /// <summary>
    /// The area under the ROC curve: the probability that a payment of fraud has a higher score than a genuine one, ties counting half (Hanley, McNeil: The
    /// Meaning and Use of the Area under a ROC Curve, 1982). 0.5 is chance.
    /// </summary>
    public double AreaUnderRoc { get; }

    /// <summary>
    /// Average precision: Σ (Rₙ − Rₙ₋₁) Pₙ over the distinct scores from the highest down, without interpolation, as in information retrieval (Zhu: Recall,
    /// Precision and Average Precision, 2004). Chance is the share of fraud.
    /// </summary>
    public double AveragePrecision { get; }

    /// <summary>The point with the best F1; of several the one with the highest score.</summary>
    public CurvePoint BestF1 => Points.MaxBy(static point => point.F1);

    /// <summary>Measures scores.</summary>
    /// <returns>Null where there is no fraud, or nothing but fraud: then there is no order to judge.</returns>
    public static Ranking? Of(ScoreHistogram scores)
    {
        if (scores.Fraud == 0 || scores.Genuine == 0)
        {
            return null;
        }

        var points = new List<CurvePoint>();
        var (flaggedFraud, flaggedGenuine, pairsTwice, averagePrecision) = (0L, 0L, Int128.Zero, 0.0);
        foreach (var count in scores.FromTheTop())
        {
            pairsTwice += (Int128)count.Genuine * ((2 * flaggedFraud) + count.Fraud);
            flaggedFraud += count.Fraud;
            flaggedGenuine += count.Genuine;
            var precision = flaggedFraud / (double)(flaggedFraud + flaggedGenuine);
            averagePrecision += precision * count.Fraud / scores.Fraud;
            points.Add(new CurvePoint(count.Score, flaggedFraud / (double)scores.Fraud, flaggedGenuine / (double)scores.Genuine, precision));
        }

        return new Ranking(points, (double)pairsTwice / ((double)scores.Fraud * scores.Genuine * 2), averagePrecision);
    }

    /// <summary>The share of the fraud that can be flagged while the share of genuine payments that is flagged stays at or below a limit.</summary>
    public double RecallAt(double falsePositiveRate)
        => Points.TakeWhile(point => point.FalsePositiveRate <= falsePositiveRate).Select(static point => point.Recall).DefaultIfEmpty().Last();
}
