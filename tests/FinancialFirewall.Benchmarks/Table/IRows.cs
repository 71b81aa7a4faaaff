namespace FinancialFirewall.Benchmarks.Table;

/// <summary>Measures what belongs together.</summary>
internal interface IRows
{
    /// <summary>Measures.</summary>
    /// <param name="progress">Is told what is going on.</param>
    IAsyncEnumerable<Row> MeasureAsync(TextWriter progress);
}
