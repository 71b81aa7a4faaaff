namespace FinancialFirewall.Benchmarks.Table;

/// <summary>A page of assessments by an index.</summary>
internal sealed class PageRows : IRows
{
    public async IAsyncEnumerable<Row> MeasureAsync(TextWriter progress)
    {
        await Task.CompletedTask;
        yield return new Row("a page of 50 by any index", Bound.Of(50, 5, " ms"), Value: null, "there is no index of assessments but those by id and by reference");
    }
}
