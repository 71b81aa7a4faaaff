using System.Text;
using FinancialFirewall.Domain.Money;

namespace FinancialFirewall.Domain.Tests.Money;

public sealed class DecimalNumberTests
{
    [Theory]
    [InlineData("0", 2, 0)]
    [InlineData("-0", 2, 0)]
    [InlineData("0.00e99999999999", 2, 0)]
    [InlineData("12.5", 2, 1250)]
    [InlineData("-12.50", 2, -1250)]
    [InlineData("12.5000000000000000000000000000000", 2, 1250)]
    [InlineData("0.01", 2, 1)]
    [InlineData("1.25e3", 2, 125000)]
    [InlineData("1250E-2", 2, 1250)]
    [InlineData("125000e-4", 2, 1250)]
    [InlineData("1e0", 0, 1)]
    [InlineData("1E+2", 0, 100)]
    [InlineData("9223372036854775807", 0, long.MaxValue)]
    [InlineData("92233720368547758.07", 2, long.MaxValue)]
    [InlineData("1000000000000000000", 0, 1_000_000_000_000_000_000)]
    public void TryScale_NumberThatFits_IsExact(string text, int decimals, long expected)
    {
        Assert.True(DecimalNumber.TryParse(Encoding.ASCII.GetBytes(text), out var number));

        Assert.Equal((DecimalFit.Exact, expected), (number.TryScale(decimals, out var scaled), scaled));
    }

    [Theory]
    [InlineData("12.345", 2, DecimalFit.TooManyDecimals)]
    [InlineData("1.5", 0, DecimalFit.TooManyDecimals)]
    [InlineData("1e-3", 2, DecimalFit.TooManyDecimals)]
    [InlineData("1e-999999999999", 2, DecimalFit.TooManyDecimals)]
    [InlineData("0.12345678901234567890123", 2, DecimalFit.TooManyDecimals)]
    [InlineData("10000000000000000000000000.001", 2, DecimalFit.TooManyDecimals)]
    [InlineData("9223372036854775808", 0, DecimalFit.OutOfRange)]
    [InlineData("12345678901234567890", 0, DecimalFit.OutOfRange)]
    [InlineData("123456789012345678901", 0, DecimalFit.OutOfRange)]
    [InlineData("1e19", 0, DecimalFit.OutOfRange)]
    [InlineData("1e999999999999", 0, DecimalFit.OutOfRange)]
    public void TryScale_NumberThatDoesNotFit_SaysWhy(string text, int decimals, DecimalFit expected)
    {
        Assert.True(DecimalNumber.TryParse(Encoding.ASCII.GetBytes(text), out var number));

        Assert.Equal((expected, 0L), (number.TryScale(decimals, out var scaled), scaled));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+1")]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1,5")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("1_000")]
    [InlineData("--1")]
    [InlineData("1e1.5")]
    public void TryParse_NotJsonGrammar_Refuses(string text)
        => Assert.False(DecimalNumber.TryParse(Encoding.ASCII.GetBytes(text), out _));

    [Theory]
    [InlineData("48.1371545", 6, 48137154)]
    [InlineData("48.1371535", 6, 48137154)]
    [InlineData("48.13715450000000000000000001", 6, 48137155)]
    [InlineData("-0.0000005", 6, 0)]
    [InlineData("-0.00000051", 6, -1)]
    [InlineData("11.574382699999999", 6, 11574383)]
    [InlineData("1e-30", 6, 0)]
    [InlineData("1e2", 6, 100000000)]
    public void TryRound_MoreDecimals_RoundsHalfToEven(string text, int decimals, long expected)
    {
        Assert.True(DecimalNumber.TryParse(Encoding.ASCII.GetBytes(text), out var number));

        Assert.Equal((true, expected), (number.TryRound(decimals, out var rounded), rounded));
    }

    [Fact]
    public void TryScale_RandomDecimals_AgreesWithSystemDecimal()
    {
        const int Seed = 20261121;
        var random = new Random(Seed);
        for (var i = 0; i < 20_000; i++)
        {
            var value = new decimal(random.Next(), random.Next(3), 0, random.Next(2) == 1, (byte)random.Next(12));
            var text = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(DecimalNumber.TryParse(Encoding.ASCII.GetBytes(text), out var number), $"seed {Seed}, {text}");

            var exact = value * 10_000m;
            var fits = decimal.Truncate(exact) == exact;
            var expected = fits ? (DecimalFit.Exact, (long)exact) : (DecimalFit.TooManyDecimals, 0L);
            Assert.True(expected == (number.TryScale(4, out var scaled), scaled), $"seed {Seed}, {text}: {scaled}");
            Assert.True(number.TryRound(4, out var rounded) && rounded == (long)decimal.Round(exact, MidpointRounding.ToEven), $"seed {Seed}, {text}: {rounded}");
        }
    }
}
