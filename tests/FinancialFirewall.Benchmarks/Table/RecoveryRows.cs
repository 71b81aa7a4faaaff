using System.Globalization;
using FinancialFirewall.Benchmarks.Clients;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Benchmarks.Processes;

namespace FinancialFirewall.Benchmarks.Table;

/// <summary>Fills the real program with payments, kills it, and starts it again; and what the payments take on disk.</summary>
internal sealed class RecoveryRows(TableOptions options) : IRows
{
    private const int AskedFor = 10_000_000;

    /// <summary>A start that takes this much longer than an empty one says something about the payments.</summary>
    private const double Telling = 1.5;

    /// <summary>Enough that every partition has some.</summary>
    private const int ProbePayments = 4_096;

    public async IAsyncEnumerable<Row> MeasureAsync(TextWriter progress)
    {
        using var folder = new TemporaryFolder(options.Directory);
        var (empty, full, firstStart) = await FillAsync(folder, progress);
        await using var firewall = await FirewallProcess.StartAsync(folder);
        await progress.WriteLineAsync(Text($"ready again after {firewall.StartTime.TotalSeconds:F2} s"));
        using var client = ClientProcess.Start(firewall.Address, firewall.ApiKey);
        var probe = await client.RunAsync(new ClientOrder(ClientWay.Batch, new PaymentFilling("probe", 0, ProbePayments, options.Seed), options.BaseAccounts));
        probe.Expect(ProbePayments);
        var whole = firewall.StartTime + probe.Elapsed;
        var times = (double)AskedFor / options.Recovered;
        var scaled = firstStart + ((whole - firstStart) * times);
        yield return new Row(
            Text($"recovery of {AskedFor:N0} payments"),
            Bound.Of(20, 5, " s"),
            times <= 1 ? whole.TotalSeconds : whole > firstStart * Telling ? scaled.TotalSeconds : null,
            Text($"killed after {options.Recovered:N0} payments: ready after {firewall.StartTime.TotalSeconds:F2} s, every partition decides after {whole.TotalSeconds:F2} s; an empty start took {firstStart.TotalSeconds:F2} s, the rest is scaled; less than half as much again as an empty start is too little to scale"));
        yield return new Row(
            "bytes on disk a payment",
            Bound.Of(400, 200, " B"),
            (double)(full - empty) / options.Recovered,
            Text($"growth of the whole data directory by {options.Recovered:N0} payments with their decisions, snapshots and indexes"));
    }

    private async Task<(long Empty, long Full, TimeSpan Start)> FillAsync(TemporaryFolder folder, TextWriter progress)
    {
        await using var firewall = await FirewallProcess.StartAsync(folder);
        using var client = ClientProcess.Start(firewall.Address, firewall.ApiKey);
        var empty = folder.Bytes;
        var round = 0;
        for (var left = options.Recovered; left > 0; left -= options.Payments)
        {
            var filling = new PaymentFilling("kept", ++round, Math.Min(left, options.Payments), options.Seed);
            (await client.RunAsync(new ClientOrder(ClientWay.Batch, filling, options.BaseAccounts))).Expect(filling.Count);
        }

        await firewall.KillAsync();
        await progress.WriteLineAsync(Text($"killed after {options.Recovered:N0} payments"));
        return (empty, folder.Bytes, firewall.StartTime);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
