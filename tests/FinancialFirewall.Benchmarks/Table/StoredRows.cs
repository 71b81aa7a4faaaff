using System.Globalization;
using FinancialFirewall.Benchmarks.Load;

namespace FinancialFirewall.Benchmarks.Table;

/// <summary>Two firewalls in turns, one of which has stored many payments before; and pages of what that one has stored.</summary>
internal sealed class StoredRows(TableOptions options) : IRows
{
    private const string Fresh = "fresh";
    private const string Full = "full";

    public async IAsyncEnumerable<Row> MeasureAsync(TextWriter progress)
    {
        await using var large = await Firewall.StartAsync(options.Directory);
        var full = new Contender(new DurableStage(large, Full), new PaymentLines(options.Payments, options.BaseAccounts));
        if (options.Rows.Contains("references"))
        {
            await foreach (var row in CompareAsync(large, full, progress))
            {
                yield return row;
            }
        }
        else
        {
            await StoredPayments.StoreAsync(full, options, progress);
        }

        if (options.Rows.Contains("pages"))
        {
            yield return await StoredPages.MeasureAsync(large, options);
        }
    }

    private async IAsyncEnumerable<Row> CompareAsync(Firewall large, Contender full, TextWriter progress)
    {
        await using var small = await Firewall.StartAsync(options.Directory);
        var fresh = new Contender(new DurableStage(small, Fresh), new PaymentLines(options.Payments, options.BaseAccounts));
        await using var rounds = new StageRounds([fresh, full], options.Payments, options.Seed);
        await rounds.WarmUpAsync();
        await StoredPayments.StoreAsync(full, options, progress);
        yield return await MeasureAsync(rounds, large, "the latest of which are still moved into segments", progress);
        await small.WaitUntilMovedAsync();
        await large.WaitUntilMovedAsync();
        rounds.Forget();
        yield return await MeasureAsync(rounds, large, "which are moved", progress);
    }

    private async Task<Row> MeasureAsync(StageRounds rounds, Firewall large, string where, TextWriter progress)
    {
        var before = large.Archive;
        for (var round = 1; round <= options.Rounds; round++)
        {
            await rounds.MeasureAsync();
            await progress.WriteLineAsync(LoadReport.LatestRound(rounds.Results));
        }

        var after = large.Archive;
        return new Row(
            string.Create(CultureInfo.InvariantCulture, $"durable with {options.References:N0} references stored, {where}, against {options.BaseAccounts:N0}"),
            Bound.Ratio(0.5, 0.8),
            rounds.Results.RatioOf(Full, Fresh),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{rounds.Results.RateOf(Full):N0}/s against {rounds.Results.RateOf(Fresh):N0}/s; {before.Segments} segments and {before.WaitingFiles} log files that wait at the beginning, {after.Segments} and {after.WaitingFiles} at the end; every reference was stored by deciding its payment; the table asks for 100,000,000"));
    }
}
