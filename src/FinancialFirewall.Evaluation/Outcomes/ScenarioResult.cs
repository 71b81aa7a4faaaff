namespace FinancialFirewall.Evaluation.Outcomes;

/// <summary>How much of one kind of fraud was flagged, by the reading of "flagged" that was asked for.</summary>
/// <param name="Name">The scenario; empty for fraud that is not said to be of any.</param>
/// <param name="Payments">Its payments.</param>
/// <param name="Flagged">Those that were flagged.</param>
public sealed record ScenarioResult(string Name, long Payments, long Flagged)
{
    /// <summary>The share that was flagged.</summary>
    public double Recall => Flagged / (double)Payments;
}
