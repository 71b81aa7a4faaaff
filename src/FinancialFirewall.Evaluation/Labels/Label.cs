namespace FinancialFirewall.Evaluation.Labels;

/// <summary>What became known of a payment afterwards.</summary>
/// <param name="IsFraud">Whether it is fraud.</param>
/// <param name="Scenario">What kind of fraud; empty where nobody says.</param>
public sealed record Label(bool IsFraud, string Scenario)
{
    /// <summary>A genuine payment.</summary>
    public static Label Genuine { get; } = new(IsFraud: false, Scenario: "");
}
