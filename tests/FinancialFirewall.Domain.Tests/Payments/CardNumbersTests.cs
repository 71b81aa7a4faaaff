using System.Text;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Tests.Payments;

public sealed class CardNumbersTests
{
    [Theory]
    [InlineData("4111111111111111", "4111111111111111")]
    [InlineData("4222222222222", "4222222222222")]
    [InlineData("5555555555554444", "5555555555554444")]
    [InlineData("2223003122003222", "2223003122003222")]
    [InlineData("378282246310005", "378282246310005")]
    [InlineData("6011111111111117", "6011111111111117")]
    [InlineData("3530111333300000", "3530111333300000")]
    [InlineData("30569309025904", "30569309025904")]
    [InlineData("6200000000000005", "6200000000000005")]
    [InlineData("6759649826438453", "6759649826438453")]
    [InlineData("8171999927660000", "8171999927660000")]
    [InlineData("6304000000000000000", "6304000000000000000")]
    [InlineData("pay 4111-1111-1111-1111.", "4111-1111-1111-1111")]
    [InlineData("3782 822463 10005", "3782 822463 10005")]
    [InlineData("12 4111 1111 1111 1111", "4111 1111 1111 1111")]
    [InlineData("4111 1111 1111 1111 12", "4111 1111 1111 1111")]
    [InlineData("no.4111111111111111x", "4111111111111111")]
    [InlineData("1234567 4111111111111111", "4111111111111111")]
    [InlineData("4111111111111112 4111111111111111", "4111111111111111")]
    public void TryFind_CardNumber_IsFoundWhereItStands(string text, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        Assert.True(CardNumbers.TryFind(bytes, 0, out var start, out var end));
        Assert.Equal(expected, text[start..end]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("411111111111111")]
    [InlineData("4111111111111112")]
    [InlineData("1111111111111117")]
    [InlineData("9111111111111113")]
    [InlineData("411111111111")]
    [InlineData("41111111111111111111")]
    [InlineData("04111111111111111111")]
    [InlineData("4111  1111 1111 1111")]
    [InlineData("4111 1111-1111 1111")]
    [InlineData("4111.1111.1111.1111")]
    [InlineData("41 11 11 11 11 11 11 11")]
    [InlineData("GB82WEST12345698765432")]
    [InlineData("IBAN: NL69 ABNA 4111 1111 11")]
    [InlineData("card:aaaabbbbccccddddeeeeffff:4242 424242424")]
    public void TryFind_NoCardNumber_FindsNone(string text)
        => Assert.False(CardNumbers.TryFind(Encoding.UTF8.GetBytes(text), 0, out _, out _));

    [Fact]
    public void HasEnoughDigits_AnyText_CountsThemAll()
    {
        const int Seed = 29;
        var random = new Random(Seed);
        for (var round = 0; round < 20_000; round++)
        {
            var text = new byte[random.Next(80)];
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = (byte)(random.Next(3) == 0 ? random.Next(256) : random.Next('0' - 1, '9' + 2));
            }

            var digits = text.Count(static one => char.IsAsciiDigit((char)one));
            Assert.True(CardNumbers.HasEnoughDigits(text) == digits >= CardNumbers.MinimumDigits, $"seed {Seed}: {Convert.ToHexString(text)}");
        }
    }

    [Fact]
    public void TryFind_DigitsInsideAValidIban_AreLeftAndTheSameDigitsElsewhereAreNot()
    {
        // French IBANs may hold the digits of a card: 27 characters, check digits worked out here.
        var bban = "X4111111111111111X00000";
        var iban = Enumerable.Range(2, 97).Select(check => $"FR{check:00}{bban}").Single(text => Iban.IsValid(Encoding.ASCII.GetBytes(text)));
        var spaced = string.Join(' ', iban.Chunk(4).Select(chunk => new string(chunk)));

        Assert.False(CardNumbers.TryFind(Encoding.ASCII.GetBytes(iban), 0, out _, out _));
        Assert.False(CardNumbers.TryFind(Encoding.ASCII.GetBytes($"to {iban}, thanks"), 0, out _, out _));
        Assert.False(CardNumbers.TryFind(Encoding.ASCII.GetBytes($"to {spaced}"), 0, out _, out _));
        Assert.True(CardNumbers.TryFind(Encoding.ASCII.GetBytes($"{iban} 4111111111111111"), 0, out var start, out _));
        Assert.Equal(28, start);
        Assert.True(CardNumbers.TryFind(Encoding.ASCII.GetBytes(iban.Replace("X00000", "X00001", StringComparison.Ordinal)), 0, out _, out _));
    }

    [Fact]
    public void Write_PublishedHmac_IsItsFirst96BitsInLetters()
    {
        // RFC 4231, test case 1, has the key and the HMAC b0344c61d8db38535ca8afceaf0bf12b...; the key of 20 bytes 0x0b and the data "Hi There".
        var key = Enumerable.Repeat((byte)0x0B, 20).ToArray();
        var token = new byte[CardTokenizer.TokenLength];
        new CardTokenizer(key).Write("Hi There"u8, token);

        Assert.Equal("card:ladeemgbninldifdfmkikpmo:here", Encoding.ASCII.GetString(token));
    }

    [Fact]
    public void Write_AnotherTenantsKey_GivesAnotherToken()
    {
        var other = new byte[CardTokenizer.TokenLength];
        new CardTokenizer("another key, 16+"u8).Write("4111111111111111"u8, other);

        Assert.NotEqual(TestPayments.Token("4111111111111111"), Encoding.ASCII.GetString(other), StringComparer.Ordinal);
        Assert.EndsWith(":1111", Encoding.ASCII.GetString(other), StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_ShortKey_Throws() => Assert.Throws<ArgumentException>(() => new CardTokenizer(new byte[15]));

    [Theory]
    [InlineData("card:aaaabbbbccccddddeeeeffff:1234", true)]
    [InlineData("card:aaaabbbbccccddddeeeeffff:123x", false)]
    [InlineData("card:aaaabbbbccccddddeeeefffz:1234", false)]
    [InlineData("xcard:aaaabbbbccccddddeeeeffff:1234", false)]
    [InlineData("", false)]
    public void IsToken_Text_IsTokenOnlyInItsForm(string text, bool expected)
        => Assert.Equal(expected, CardTokenizer.IsToken(Encoding.ASCII.GetBytes(text)));
}
