using System.Globalization;
using FinancialFirewall.Benchmarks.Load;

namespace FinancialFirewall.Benchmarks.Table;

/// <summary>Fills a firewall with payments before it is measured.</summary>
internal static class StoredPayments
{
    private const int ProgressEvery = 10;

    /// <summary>Has as many payments decided and kept as the options ask for.</summary>
    public static async Task StoreAsync(Contender firewall, TableOptions options, TextWriter progress)
    {
        var round = 0;
        for (var left = options.References; left > 0; left -= firewall.Lines.Count)
        {
            await StageRounds.WorkThroughAsync(firewall, new PaymentFilling("stored", round++, Math.Min(left, options.Payments), options.Seed));
            if (round % ProgressEvery == 0)
            {
                await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{options.References - left:N0} references are stored"));
            }
        }
    }
}
