using System.Globalization;
using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Money;

/// <summary>
/// Dated exchange rates from one base currency, as in <c>{"asOf": "2026-03-01T00:00:00Z", "USD": "1.0843"}</c>: 1 EUR is 1.0843 USD.
/// Conversion is integer arithmetic, exact up to its last step, which rounds half to even. Immutable, safe from any thread.
/// </summary>
public sealed class RateTable
{
    /// <summary>The most decimals of a rate.</summary>
    public const int MaximumDecimals = 10;

    /// <summary>Rates are below this.</summary>
    public const decimal RateBound = 1_000_000_000m;

    private const int NumberBound = 1000;

    private readonly Factor[] factors = new Factor[NumberBound];

    private RateTable(Currency baseCurrency, Instant? asOf, IReadOnlyList<CurrencyRate> rates)
    {
        Base = baseCurrency;
        AsOf = asOf;
        Rates = rates;
        foreach (var rate in rates)
        {
            factors[rate.Currency.Number] = Factor.Create(rate, baseCurrency);
        }
    }

    /// <summary>The currency that amounts are converted to.</summary>
    public Currency Base { get; }

    /// <summary>When the rates were taken; null for a table without rates that was never dated.</summary>
    public Instant? AsOf { get; }

    /// <summary>The rates, in the order they were given.</summary>
    public IReadOnlyList<CurrencyRate> Rates { get; }

    /// <summary>A table that knows no other currency than its base.</summary>
    public static RateTable Empty(Currency baseCurrency) => new(baseCurrency, null, []);

    /// <summary>Makes a table, or lists every rate that cannot be right.</summary>
    /// <param name="baseCurrency">The currency that amounts are converted to.</param>
    /// <param name="asOf">When the rates were taken.</param>
    /// <param name="rates">Currency codes with decimal texts; each above 0, below <see cref="RateBound"/>, at most <see cref="MaximumDecimals"/> decimals.</param>
    /// <param name="path">The JSON pointer of the table, for errors.</param>
    public static Result<RateTable> Create(
        Currency baseCurrency, Instant asOf, IEnumerable<KeyValuePair<string, string>> rates, string path = "/rates")
    {
        var errors = new List<Error>();
        var taken = new List<CurrencyRate>();
        foreach (var (code, text) in rates)
        {
            var rate = CurrencyRateText.Parse(baseCurrency, code, text, $"{path}/{code}");
            if (!rate.IsSuccess)
            {
                errors.AddRange(rate.Errors);
            }
            else if (taken.Exists(other => other.Currency == rate.Value.Currency))
            {
                errors.Add(new Error(ErrorKind.Invalid, "RATE_DUPLICATE", $"{path}/{code}", text, $"{code} has two rates: one is expected."));
            }
            else
            {
                taken.Add(rate.Value);
            }
        }

        return errors.Count > 0 ? Result.Failure<RateTable>(errors) : new RateTable(baseCurrency, asOf, taken);
    }

    /// <summary>Whether amounts of a currency can be converted.</summary>
    public bool Knows(Currency currency) => currency == Base || (currency.Number < NumberBound && factors[currency.Number].IsKnown);

    /// <summary>Converts an amount into the base currency, rounded half to even; an amount of the base currency stays as it is.</summary>
    /// <param name="minor">The amount in the minor unit of <paramref name="currency"/>.</param>
    /// <param name="currency">The amount's currency.</param>
    /// <param name="baseMinor">The amount in the base currency's minor unit; 0 when it cannot be said.</param>
    /// <returns>False when there is no rate or the result is no 64-bit integer.</returns>
    public bool TryToBase(long minor, Currency currency, out long baseMinor) => TryToBase(minor, currency.Number, out baseMinor);

    /// <summary>Converts an amount into the base currency, as above, with the currency as its ISO 4217 number.</summary>
    public bool TryToBase(long minor, ushort currencyNumber, out long baseMinor)
    {
        if (currencyNumber == Base.Number)
        {
            baseMinor = minor;
            return true;
        }

        baseMinor = 0;
        return currencyNumber < NumberBound && factors[currencyNumber].TryConvert(minor, out baseMinor);
    }

    /// <summary>The base currency, the date and how many rates there are.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Base.Code}, {Rates.Count} rates as of {(AsOf is { } asOf ? asOf.ToString() : "never")}");

    /// <summary>base minor units = minor units × multiplier ÷ divisor, both below 2^77, so that a product with a 64-bit amount stays below 2^127.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct Factor(UInt128 multiplier, UInt128 divisor)
    {
        public bool IsKnown => divisor != 0;

        public static Factor Create(CurrencyRate rate, Currency baseCurrency)
        {
            // base = minor / 10^exponent / rate × 10^baseExponent; a rate of 10 decimals is an integer of 10^-10.
            var multiplier = PowerOfTen(MaximumDecimals + baseCurrency.Exponent);
            var divisor = (UInt128)(rate.UnitsPerBase * (decimal)PowerOfTen(MaximumDecimals)) * PowerOfTen(rate.Currency.Exponent);
            var shared = GreatestDivisor(multiplier, divisor);
            return new Factor(multiplier / shared, divisor / shared);
        }

        public bool TryConvert(long minor, out long converted)
        {
            converted = 0;
            if (divisor == 0)
            {
                return false;
            }

            var magnitude = minor < 0 ? unchecked((ulong)-minor) : (ulong)minor;
            var (quotient, rest) = UInt128.DivRem(magnitude * multiplier, divisor);
            var left = divisor - rest;
            if (rest > left || (rest == left && !UInt128.IsEvenInteger(quotient)))
            {
                quotient++;
            }

            if (quotient > long.MaxValue)
            {
                return false;
            }

            converted = minor < 0 ? -(long)quotient : (long)quotient;
            return true;
        }

        private static UInt128 PowerOfTen(int exponent)
        {
            var power = UInt128.One;
            for (var i = 0; i < exponent; i++)
            {
                power *= 10;
            }

            return power;
        }

        private static UInt128 GreatestDivisor(UInt128 a, UInt128 b)
        {
            while (b != 0)
            {
                (a, b) = (b, a % b);
            }

            return a;
        }
    }
}
