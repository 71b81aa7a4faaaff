using System.Diagnostics;
using System.Globalization;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Benchmarks.Table;

/// <summary>Pages of assessments by each index, one behind the other from the newest on, over what is in segments and in the log's tail.</summary>
internal static class StoredPages
{
    private const int PagesOfEach = 40;

    /// <summary>Measures in a firewall that has stored the payments.</summary>
    public static async Task<Row> MeasureAsync(Firewall firewall, TableOptions options)
    {
        var search = firewall.Services.GetRequiredService<AssessmentSearch>();
        var newest = await FindAsync(search, new AssessmentQuery());
        var times = new List<PageTimes>();
        foreach (var (name, query) in QueriesLike(newest.Assessments.Select(static found => found.Record)))
        {
            times.Add(await MeasureAsync(search, name, query));
        }

        return new Row(
            string.Create(CultureInfo.InvariantCulture, $"a page of 50 of {options.References:N0} by the slowest index"),
            Bound.Of(50, 5, " ms"),
            times.Max(static index => index.Median),
            $"{string.Join(", ", times)}; the table asks for 100,000,000");
    }

    /// <summary>A query by each index, for what these records say.</summary>
    private static IEnumerable<(string Name, AssessmentQuery Query)> QueriesLike(IEnumerable<ReadOnlyMemory<byte>> records)
    {
        var account = records.Select(static record => new AssessmentRecord(record.Span).Payment.AccountHash).First();
        var factor = records.Select(static record => FactorOf(new AssessmentRecord(record.Span))).OfType<FactorPlace>().First();
        yield return ("time", new AssessmentQuery());
        yield return ("account", new AssessmentQuery { AccountHash = account });
        yield return ("level", new AssessmentQuery { Levels = [RiskLevel.High, RiskLevel.Critical] });
        yield return ("decision", new AssessmentQuery { Decisions = [Decision.Hold, Decision.Reject] });
        yield return ("level and decision", new AssessmentQuery { Levels = [RiskLevel.Medium], Decisions = [Decision.Approve] });
        yield return ("status", new AssessmentQuery { Statuses = [AssessmentStatus.Completed] });
        yield return ("configuration", new AssessmentQuery { Configurations = [new ConfigurationPlace(factor.PolicyVersion, factor.Configuration)] });
        yield return ("factor", new AssessmentQuery { Factors = [factor] });
    }

    private static FactorPlace? FactorOf(AssessmentRecord record)
        => record.Held.IsEmpty ? null : new FactorPlace(record.PolicyVersion, record.ConfigurationIndex, (byte)record.Held.NextFrom(0));

    private static async Task<PageTimes> MeasureAsync(AssessmentSearch search, string name, AssessmentQuery query)
    {
        var times = new List<double>();
        AssessmentPage page;
        do
        {
            var start = Stopwatch.GetTimestamp();
            page = await FindAsync(search, query);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            query = query with { Cursor = page.Next };
        }
        while (page.Next is not null && times.Count < PagesOfEach);

        times.Sort();
        return new PageTimes(name, times[times.Count / 2], times[^1]);
    }

    private static async Task<AssessmentPage> FindAsync(AssessmentSearch search, AssessmentQuery query)
    {
        var found = await search.FindAsync(Firewall.Tenant, query, CancellationToken.None);
        return found.IsSuccess ? found.Value : throw new InvalidOperationException(found.Errors[0].Message);
    }

    /// <summary>How long pages by one index took, in milliseconds.</summary>
    private sealed record PageTimes(string Index, double Median, double Worst)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index} {Median:F2} (worst {Worst:F1})");
    }
}
