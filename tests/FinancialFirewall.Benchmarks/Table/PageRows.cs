using System.Diagnostics;
using System.Globalization;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Storage.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Benchmarks.Table;

/// <summary>Pages of assessments by each index, one behind the other from the newest on, over what is in segments and in the log's tail.</summary>
internal sealed class PageRows(TableOptions options) : IRows
{
    private const int PagesOfEach = 40;

    public async IAsyncEnumerable<Row> MeasureAsync(TextWriter progress)
    {
        await using var firewall = await Firewall.StartAsync(options.Directory);
        await StoredPayments.StoreAsync(
            new Contender(new DurableStage(firewall, "stored"), new PaymentLines(options.Payments, options.BaseAccounts)), options, progress);
        var search = firewall.Services.GetRequiredService<AssessmentSearch>();
        var account = new AssessmentRecord((await FindAsync(search, new AssessmentQuery())).Assessments[0].Record.Span).Payment.AccountHash;
        (string Name, AssessmentQuery Query)[] indexes =
        [
            ("time", new AssessmentQuery()),
            ("account", new AssessmentQuery { AccountHash = account }),
            ("level", new AssessmentQuery { Levels = [RiskLevel.High, RiskLevel.Critical] }),
            ("decision", new AssessmentQuery { Decisions = [Decision.Hold, Decision.Reject] }),
            ("level and decision", new AssessmentQuery { Levels = [RiskLevel.Medium], Decisions = [Decision.Approve] }),
        ];
        var medians = new List<(string Name, double Median, double Worst)>();
        foreach (var (name, query) in indexes)
        {
            medians.Add(await MeasureAsync(search, name, query));
        }

        yield return new Row(
            string.Create(CultureInfo.InvariantCulture, $"a page of 50 of {options.References:N0} by the slowest index"),
            Bound.Of(50, 5, " ms"),
            medians.Max(measured => measured.Median),
            string.Join(", ", medians.Select(measured => string.Create(
                CultureInfo.InvariantCulture, $"{measured.Name} {measured.Median:F2} (worst {measured.Worst:F1})"))) + "; the table asks for 100,000,000");
    }

    private static async Task<(string Name, double Median, double Worst)> MeasureAsync(AssessmentSearch search, string name, AssessmentQuery query)
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
        return (name, times[times.Count / 2], times[^1]);
    }

    private static async Task<AssessmentPage> FindAsync(AssessmentSearch search, AssessmentQuery query)
    {
        var found = await search.FindAsync(Firewall.Tenant, query, CancellationToken.None);
        return found.IsSuccess ? found.Value : throw new InvalidOperationException(found.Errors[0].Message);
    }
}
