namespace FinancialFirewall.Benchmarks.Graph;

/// <summary>What was executed in a while.</summary>
/// <param name="Operations">How often the document was executed.</param>
/// <param name="Seconds">How long that took.</param>
/// <param name="Bytes">The length of one answer.</param>
internal sealed record GraphReport(long Operations, double Seconds, int Bytes)
{
    /// <summary>Executions a second.</summary>
    public double Rate => Operations / Seconds;
}
