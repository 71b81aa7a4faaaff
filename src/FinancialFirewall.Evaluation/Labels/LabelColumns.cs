namespace FinancialFirewall.Evaluation.Labels;

/// <summary>Which columns of a table are labels. Every name is what the header calls it.</summary>
/// <param name="Reference">The payment's reference.</param>
/// <param name="IsFraud">1, true, yes, fraud; 0, false, no, legitimate; upper or lower case.</param>
/// <param name="Scenario">What kind of fraud; null where no column says.</param>
public sealed record LabelColumns(string Reference, string IsFraud, string? Scenario)
{
    /// <summary>What <c>firewall simulate</c> writes.</summary>
    public static LabelColumns Usual { get; } = new("reference", "isFraud", "scenario");

    /// <summary>Reads <c>reference=TRANSACTION_ID,isFraud=TX_FRAUD,scenario=TX_FRAUD_SCENARIO</c>; the last part may be left out.</summary>
    /// <returns>Null where the text is none.</returns>
    public static LabelColumns? Parse(string text)
    {
        var parts = text.Split(',').Select(static part => part.Split('=', 2)).ToList();
        if (parts.Exists(static part => part.Length != 2 || part[1].Length == 0) || parts.Select(static part => part[0]).Distinct(StringComparer.Ordinal).Count() != parts.Count)
        {
            return null;
        }

        var columns = parts.ToDictionary(static part => part[0], static part => part[1], StringComparer.Ordinal);
        var known = columns.Remove("reference", out var reference) & columns.Remove("isFraud", out var isFraud);
        columns.Remove("scenario", out var scenario);
        return known && columns.Count == 0 ? new LabelColumns(reference!, isFraud!, scenario) : null;
    }
}
