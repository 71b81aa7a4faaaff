namespace FinancialFirewall.Evaluation.Outcomes;

/// <summary>What one factor contributes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fraud">Payments of fraud for which it held.</param>
/// <param name="Genuine">Genuine payments for which it held.</param>
/// <param name="OnlyFraud">Payments of fraud for which nothing else held.</param>
/// <param name="OnlyGenuine">Genuine payments for which nothing else held.</param>
/// <param name="Lift">How much more frequent fraud is where it held than among all payments; null where it never held or there is no fraud.</param>
/// <param name="AveragePrecisionGain">
/// How much average precision falls when its weight is taken out of every score; below 0 for a factor that puts genuine payments before fraud. Conditions that
/// look at the score of the factors before them are not evaluated anew. Null where there is no ranking.
/// </param>
public sealed record FactorResult(string Name, long Fraud, long Genuine, long OnlyFraud, long OnlyGenuine, double? Lift, double? AveragePrecisionGain)
{
    /// <summary>Payments for which it held.</summary>
    public long Payments => Fraud + Genuine;
}
