using FinancialFirewall.Domain.Money;

namespace FinancialFirewall.Domain.Tests.Money;

public sealed class MinorUnitsTests
{
    [Theory]
    [InlineData("12.50", "EUR", 1250)]
    [InlineData("12.500", "EUR", 1250)]
    [InlineData("1600000", "JPY", 1600000)]
    [InlineData("1600000.00", "JPY", 1600000)]
    [InlineData("1.234", "KWD", 1234)]
    [InlineData("0.0001", "CLF", 1)]
    [InlineData("1e3", "EUR", 100000)]
    [InlineData("9999999999999999.99", "EUR", MinorUnits.Maximum)]
    [InlineData("-1", "EUR", -100)]
    public void Parse_AmountThatFits_IsExact(string text, string code, long expected)
        => Assert.Equal(expected, MinorUnits.Parse("amount", text, Get(code)).Value);

    [Theory]
    [InlineData("12.345", "EUR", "AMOUNT_DECIMALS", "amount has more decimals than EUR, which has 2.")]
    [InlineData("1.5", "JPY", "AMOUNT_DECIMALS", "amount has more decimals than JPY, which has none.")]
    [InlineData("10000000000000000", "EUR", "AMOUNT_RANGE", "amount must be at most 9999999999999999.99 in EUR.")]
    [InlineData("1e400", "EUR", "AMOUNT_RANGE", "amount must be at most 9999999999999999.99 in EUR.")]
    [InlineData("12,50", "EUR", "AMOUNT_INVALID", "amount must be a decimal number such as 12.50 or \"12.50\".")]
    public void Parse_AmountThatDoesNotFit_SaysWhatWouldBeRight(string text, string code, string expectedCode, string expectedMessage)
    {
        var error = Assert.Single(MinorUnits.Parse("amount", text, Get(code)).Errors);

        Assert.Equal((expectedCode, "amount", text, expectedMessage), (error.Code, error.Member, error.Value, error.Message));
    }

    [Theory]
    [InlineData(1250, "EUR", "12.50")]
    [InlineData(5, "EUR", "0.05")]
    [InlineData(-5, "EUR", "-0.05")]
    [InlineData(0, "EUR", "0.00")]
    [InlineData(1600000, "JPY", "1600000")]
    [InlineData(1, "CLF", "0.0001")]
    [InlineData(long.MaxValue, "EUR", "92233720368547758.07")]
    [InlineData(long.MinValue, "EUR", "-92233720368547758.08")]
    public void Format_MinorUnits_HasAllDecimalsOfTheCurrency(long minor, string code, string expected)
        => Assert.Equal(expected, MinorUnits.Format(minor, Get(code)));

    [Fact]
    public void Format_ThenParse_GivesTheSameAmount()
    {
        const int Seed = 7;
        var random = new Random(Seed);
        for (var i = 0; i < 5_000; i++)
        {
            var currency = CurrencyTable.All[random.Next(CurrencyTable.All.Length)];
            var minor = random.NextInt64(-MinorUnits.Maximum, MinorUnits.Maximum) >> random.Next(60);
            var text = MinorUnits.Format(minor, currency);
            Assert.True(MinorUnits.Parse("amount", text, currency).Value == minor, $"seed {Seed}: {text} {currency}");
        }
    }

    private static Currency Get(string code)
    {
        Assert.True(CurrencyTable.TryFind(code, out var currency));
        return currency;
    }
}
