using System.Globalization;

namespace FinancialFirewall.Host.Tests.Processes;

/// <summary>Payments made from a seed.</summary>
internal sealed class SamplePayments(int seed)
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly Random random = new(seed);
    private int count;

    /// <summary>The next payment, as one line without its end.</summary>
    public string Next()
    {
        count++;
        var amount = random.Next(10) == 0 ? random.Next(1_000_000, 5_000_000) : random.Next(100, 50_000);
        var at = Begin.AddSeconds(count * 7);
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"transactionReference":"T-{{seed}}-{{count}}","amount":"{{amount / 100}}.{{amount % 100:00}}","currency":"EUR","fromAccountNumber":"ACC-{{random.Next(20)}}","deviceId":"D-{{random.Next(5)}}","initiatedAt":"{{at:yyyy-MM-dd'T'HH:mm:ss'Z'}}"}""");
    }

    /// <summary>The next payments, one a line.</summary>
    public IReadOnlyList<string> Take(int number) => [.. Enumerable.Range(0, number).Select(_ => Next())];
}
