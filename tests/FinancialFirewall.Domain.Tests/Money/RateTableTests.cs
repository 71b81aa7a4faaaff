using System.Globalization;
using System.Numerics;
using FinancialFirewall.Domain.Money;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Money;

public sealed class RateTableTests
{
    private static readonly Instant AsOf = Instant.From(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("USD", "1.0843", 10843, 10000)]
    [InlineData("USD", "2", 1, 0)]
    [InlineData("USD", "2", 3, 2)]
    [InlineData("USD", "2", 5, 2)]
    [InlineData("USD", "2", -3, -2)]
    [InlineData("USD", "2", -1, 0)]
    [InlineData("JPY", "160", 160, 100)]
    [InlineData("JPY", "160", 1, 1)]
    [InlineData("KWD", "0.5", 1000, 200)]
    [InlineData("CLF", "0.0001", 1, 100)]
    [InlineData("USD", "0.0000000001", 1, 10_000_000_000)]
    [InlineData("USD", "999999999.9999999999", 999_999_999_999_999_999, 1_000_000_000)]
    public void TryToBase_KnownRate_IsExactAndRoundsHalfToEven(string code, string rate, long minor, long expected)
        => Assert.Equal((true, expected), (Table((code, rate)).TryToBase(minor, Get(code), out var converted), converted));

    [Fact]
    public void TryToBase_BaseCurrency_StaysAsItIs()
        => Assert.Equal((true, long.MaxValue), (RateTable.Empty(Get("EUR")).TryToBase(long.MaxValue, Get("EUR"), out var converted), converted));

    [Fact]
    public void TryToBase_NoRate_IsFalse()
        => Assert.Equal((false, 0L), (Table(("USD", "1.1")).TryToBase(100, Get("GBP"), out var converted), converted));

    [Fact]
    public void TryToBase_Overflow_IsFalse()
        => Assert.Equal((false, 0L), (Table(("USD", "0.0000000001")).TryToBase(long.MaxValue, Get("USD"), out var converted), converted));

    [Fact]
    public void TryToBase_RandomAmounts_AgreeWithBigInteger()
    {
        const int Seed = 4217;
        var random = new Random(Seed);
        for (var i = 0; i < 3_000; i++)
        {
            var currency = CurrencyTable.All[random.Next(CurrencyTable.All.Length)];
            var baseCurrency = CurrencyTable.All[random.Next(CurrencyTable.All.Length)];
            if (currency == baseCurrency)
            {
                continue;
            }

            var rate = new decimal(random.Next(1, 999_999_999), 0, 0, isNegative: false, (byte)random.Next(11));
            var minor = random.NextInt64(long.MinValue + 1, long.MaxValue) >> random.Next(62);
            var table = RateTable.Create(baseCurrency, AsOf, [new(currency.Code, rate.ToString(CultureInfo.InvariantCulture))]).Value;

            var expected = Expect(minor, currency, rate, baseCurrency);
            var isKnown = table.TryToBase(minor, currency, out var converted);
            Assert.True(isKnown == (BigInteger.Abs(expected) <= long.MaxValue), $"seed {Seed}, round {i}");
            Assert.True(!isKnown || converted == expected, $"seed {Seed}, round {i}: {minor} {currency} at {rate} to {baseCurrency}: {converted}, not {expected}");
        }
    }

    [Theory]
    [InlineData("USD", "0", "RATE_RANGE", "The rate of USD must be above 0 and below 1000000000.")]
    [InlineData("USD", "1000000000", "RATE_RANGE", "The rate of USD must be above 0 and below 1000000000.")]
    [InlineData("USD", "-1", "RATE_INVALID", "The rate of USD must be a decimal number such as \"1.0843\".")]
    [InlineData("USD", "1e3", "RATE_INVALID", "The rate of USD must be a decimal number such as \"1.0843\".")]
    [InlineData("USD", "", "RATE_INVALID", "The rate of USD must be a decimal number such as \"1.0843\".")]
    [InlineData("USD", "1.00000000001", "RATE_DECIMALS", "The rate of USD has more than 10 decimals.")]
    [InlineData("USD", "1.00000000000000000000000000000000001", "RATE_DECIMALS", "The rate of USD has more than 10 decimals.")]
    [InlineData("EUR", "1.1", "RATE_OF_BASE", "EUR is the base currency: its rate is 1 or left out.")]
    [InlineData("DEM", "1.95583", "CURRENCY_UNKNOWN", "'DEM' is no longer a currency of ISO 4217: EUR replaced it.")]
    [InlineData("ABC", "1", "CURRENCY_UNKNOWN", "/rates/ABC must be an active currency of ISO 4217, three letters such as EUR.")]
    public void Create_RateThatCannotBe_SaysWhatWouldBeRight(string code, string rate, string expectedCode, string expectedMessage)
    {
        var errors = RateTable.Create(Get("EUR"), AsOf, [new(code, rate)]).Errors;

        var error = Assert.Single(errors);
        Assert.Equal((expectedCode, $"/rates/{code}", expectedMessage), (error.Code, error.Member, error.Message));
    }

    [Fact]
    public void Create_SeveralFaults_ListsAll()
        => Assert.Equal(
            "RATE_RANGE RATE_DUPLICATE",
            string.Join(' ', RateTable.Create(Get("EUR"), AsOf, [new("USD", "1"), new("GBP", "0"), new("usd", "1")]).Errors.Select(error => error.Code)));

    [Fact]
    public void Rates_Given_KeepOrderAndTrailingZeros()
        => Assert.Equal(
            "USD 1.0800, JPY 160",
            string.Join(", ", Table(("USD", "1.0800"), ("JPY", "160")).Rates.Select(rate => $"{rate.Currency} {rate.UnitsPerBase.ToString(CultureInfo.InvariantCulture)}")));

    private static BigInteger Expect(long minor, Currency currency, decimal rate, Currency baseCurrency)
    {
        var numerator = minor * BigInteger.Pow(10, 10 + baseCurrency.Exponent);
        var denominator = new BigInteger(rate * 10_000_000_000m) * BigInteger.Pow(10, currency.Exponent);
        var quotient = BigInteger.DivRem(BigInteger.Abs(numerator), denominator, out var rest);
        var comparison = (2 * rest).CompareTo(denominator);
        quotient += comparison > 0 || (comparison == 0 && !quotient.IsEven) ? 1 : 0;
        return minor < 0 ? -quotient : quotient;
    }

    private static RateTable Table(params (string Code, string Rate)[] rates)
        => RateTable.Create(Get("EUR"), AsOf, rates.Select(rate => KeyValuePair.Create(rate.Code, rate.Rate))).Value;

    private static Currency Get(string code)
    {
        Assert.True(CurrencyTable.TryFind(code, out var currency));
        return currency;
    }
}
