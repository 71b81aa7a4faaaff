using FinancialFirewall.Domain.Money;

namespace FinancialFirewall.Grains.Trials;

/// <summary>Counts payments and adds up their amounts, each currency by itself.</summary>
internal sealed class MoneyTally
{
    private readonly SortedDictionary<ushort, (long Count, Int128 Minor)> sums = [];

    /// <summary>How many payments.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a payment.</summary>
    /// <param name="currency">The ISO 4217 number of its currency.</param>
    /// <param name="minor">Its amount in minor units.</param>
    /// <param name="times">How often: -1 takes one away that was added.</param>
    public void Add(ushort currency, long minor, int times = 1)
    {
        if (times == 0)
        {
            return;
        }

        var (count, sum) = sums.GetValueOrDefault(currency);
        sums[currency] = (count + times, sum + ((Int128)minor * times));
        Count += times;
        if (sums[currency].Count == 0)
        {
            sums.Remove(currency);
        }
    }

    /// <summary>An amount of minor units, with the decimals that its currency has.</summary>
    public static decimal AmountOf(Int128 minor, Currency currency)
    {
        var unit = 1m;
        for (var decimals = 0; decimals < currency.Exponent; decimals++)
        {
            unit /= 10;
        }

        return (decimal)minor * unit;
    }

    /// <summary>What was counted, by the codes of the currencies.</summary>
    public MovedValue Describe() => new(Count, [.. sums.Select(static sum => Describe(CurrencyTable.Get(sum.Key), sum.Value.Count, sum.Value.Minor)).OrderBy(static sum => sum.Currency, StringComparer.Ordinal)]);

    private static CurrencyAmount Describe(Currency currency, long count, Int128 minor) => new(currency.Code, count, AmountOf(minor, currency));
}
