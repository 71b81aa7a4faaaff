using System.Globalization;
using FinancialFirewall.Benchmarks.Load;

namespace FinancialFirewall.Benchmarks.Table;

/// <summary>Two firewalls in turns, one with few accounts and one with many; and what the many take in memory.</summary>
internal sealed class AccountRows(TableOptions options) : IRows
{
    private const string Few = "few";
    private const string Many = "many";

    public async IAsyncEnumerable<Row> MeasureAsync(TextWriter progress)
    {
        await using var small = await Firewall.StartAsync(options.Directory);
        await using var large = await Firewall.StartAsync(options.Directory);
        var few = new Contender(new DurableStage(small, Few), new PaymentLines(options.Payments, options.BaseAccounts));
        var many = new Contender(new DurableStage(large, Many), new PaymentLines(options.Payments, options.Accounts));
        await using var rounds = new StageRounds([few, many], options.Payments, options.Seed);
        await StageRounds.WarmUpAsync(few, options.Seed);
        var before = MemoryUse.Now();
        await StageRounds.WarmUpAsync(many, options.Seed);
        var after = MemoryUse.Now();
        for (var round = 1; round <= options.Rounds; round++)
        {
            await rounds.MeasureAsync();
            await progress.WriteLineAsync(LoadReport.LatestRound(rounds.Results));
        }

        yield return new Row(
            Text($"durable with {options.Accounts:N0} accounts, against {options.BaseAccounts:N0}"),
            Bound.Ratio(0.5, 0.8),
            rounds.Results.RatioOf(Many, Few),
            Text($"{rounds.Results.RateOf(Many):N0}/s against {rounds.Results.RateOf(Few):N0}/s; the table asks for 10,000,000"));
        yield return new Row(
            "memory an account",
            Bound.Of(1024, 512, " B"),
            (double)(after.Heap - before.Heap) / options.Accounts,
            Text($"growth of the managed heap while {options.Accounts:N0} accounts paid once, their references and the journal's index included; of the working set: {(double)(after.WorkingSet - before.WorkingSet) / options.Accounts:N0} B"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
