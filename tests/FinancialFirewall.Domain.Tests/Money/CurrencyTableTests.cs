using FinancialFirewall.Domain.Money;

namespace FinancialFirewall.Domain.Tests.Money;

public sealed class CurrencyTableTests
{
    [Theory]
    [InlineData("EUR", 978, 2)]
    [InlineData("USD", 840, 2)]
    [InlineData("JPY", 392, 0)]
    [InlineData("KWD", 414, 3)]
    [InlineData("CLF", 990, 4)]
    [InlineData("UYW", 927, 4)]
    [InlineData("ALL", 8, 2)]
    [InlineData("ISK", 352, 0)]
    [InlineData("XAD", 396, 2)]
    [InlineData("XCG", 532, 2)]
    [InlineData("ZWG", 924, 2)]
    [InlineData("XXX", 999, 0)]
    public void TryFind_ActiveCurrency_HasNumberAndDecimalsOfIso4217(string code, int number, int exponent)
    {
        var expected = new Currency(code, (ushort)number, (byte)exponent);

        Assert.Equal((true, expected), (CurrencyTable.TryFind(code, out var byText), byText));
        Assert.Equal((true, expected), (CurrencyTable.TryFind(System.Text.Encoding.ASCII.GetBytes(code.ToLowerInvariant()), out var byBytes), byBytes));
        Assert.Equal((true, expected), (CurrencyTable.TryFind((ushort)number, out var byNumber), byNumber));
        Assert.Equal(expected, CurrencyTable.Get((ushort)number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("EU")]
    [InlineData("EURO")]
    [InlineData("E€R")]
    [InlineData("ABC")]
    [InlineData("[UR")]
    [InlineData("BGN")]
    [InlineData("HRK")]
    public void TryFind_NoActiveCurrency_Refuses(string code)
    {
        Assert.False(CurrencyTable.TryFind(code, out _));
        Assert.False(CurrencyTable.TryFind(System.Text.Encoding.UTF8.GetBytes(code), out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(65535)]
    public void TryFind_UnknownNumber_Refuses(int number) => Assert.False(CurrencyTable.TryFind((ushort)number, out _));

    [Fact]
    public void All_Codes_AreSortedAndUniqueInCodeAndNumber()
    {
        var all = CurrencyTable.All.ToArray();

        Assert.Equal(178, all.Length);
        Assert.True(all.Zip(all.Skip(1)).All(pair => string.CompareOrdinal(pair.First.Code, pair.Second.Code) < 0));
        Assert.Equal(all.Length, all.Select(currency => currency.Number).Distinct().Count());
        Assert.All(all, currency => Assert.InRange(currency.Exponent, 0, 4));
    }

    [Theory]
    [InlineData("DEM", "EUR")]
    [InlineData("bgn", "EUR")]
    [InlineData("SLL", "SLE")]
    [InlineData("ABC", null)]
    public void FindSuccessor_RetiredCurrency_NamesWhatReplacedIt(string code, string? expected)
        => Assert.Equal(expected, CurrencyTable.FindSuccessor(code));
}
