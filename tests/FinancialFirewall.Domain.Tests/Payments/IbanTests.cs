using System.Globalization;
using System.Numerics;
using System.Text;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Tests.Payments;

public sealed class IbanTests
{
    private static readonly string[] Countries = ["NO", "BE", "DE", "GB", "FR", "PL", "MT", "LC", "RU"];

    [Fact]
    public void IsValid_AnyDigitsAndLetters_IsWhatTheWholeNumberSays()
    {
        const int Seed = 4_711;
        var random = new Random(Seed);
        for (var round = 0; round < 20_000; round++)
        {
            var country = Countries[random.Next(Countries.Length)];
            var letters = random.Next(3) == 0 ? 36 : 10;
            var account = Text(random, Iban.LengthFor(Encoding.ASCII.GetBytes(country)) - 4, letters);
            var digits = 98 - (int)(Number(account + country + "00") % 97);
            var iban = string.Create(CultureInfo.InvariantCulture, $"{country}{digits:00}{account}");
            Assert.True(Iban.IsValid(Encoding.ASCII.GetBytes(iban)), $"seed {Seed}: {iban}");

            var place = random.Next(2, iban.Length);
            var changed = iban[..place] + "0123456789"[random.Next(10)] + iban[(place + 1)..];
            var isValid = Number(changed[4..] + changed[..4]) % 97 == 1 && changed[2..4] is not ("00" or "01" or "99");
            Assert.True(Iban.IsValid(Encoding.ASCII.GetBytes(changed)) == isValid, $"seed {Seed}: {changed}");
        }
    }

    [Theory]
    [InlineData("DE8937040044053201300O")]
    [InlineData("DE89370400440532013 00")]
    [InlineData("de89370400440532013000")]
    [InlineData("DE8937040044053201300")]
    [InlineData("DE893704004405320130000")]
    [InlineData("DEA9370400440532013000")]
    public void IsValid_SomethingElse_IsFalse(string text) => Assert.False(Iban.IsValid(Encoding.ASCII.GetBytes(text)));

    private static string Text(Random random, int length, int letters)
        => string.Concat(Enumerable.Range(0, length).Select(_ => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[random.Next(letters)]));

    private static BigInteger Number(string text)
        => BigInteger.Parse(
            string.Concat(text.Select(static one => char.IsAsciiDigit(one) ? one.ToString() : (one - 'A' + 10).ToString(CultureInfo.InvariantCulture))), CultureInfo.InvariantCulture);
}
