using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Tests.Payments;

public sealed class PlainTextTests
{
    private const int Longest = 300;

    [Fact]
    public void TryFindQuotes_TextsOfAllLengths_FindsWhatALookAtEachByteFinds()
    {
        var random = new Random(1);
        for (var length = 1; length <= Longest; length++)
        {
            var text = Enumerable.Range(0, length).Select(_ => random.Next(4) == 0 ? (byte)'"' : (byte)'a').ToArray();
            Assert.Equal(Enumerable.Range(0, length).Where(at => text[at] == '"'), QuotesOf(text));
        }
    }

    [Theory]
    [InlineData((byte)'\\')]
    [InlineData((byte)0x1F)]
    [InlineData((byte)0x7F)]
    [InlineData((byte)0xC3)]
    public void TryFindQuotes_OneUnusualByteAnywhere_Declines(byte unusual)
    {
        var quotes = new ulong[(Longest / PlainText.WordBytes) + 1];
        foreach (var length in new[] { 1, 63, 64, 65, 128, Longest })
        {
            var text = Enumerable.Repeat((byte)'a', length).ToArray();
            for (var at = 0; at < length; at++)
            {
                text[at] = unusual;
                Assert.False(PlainText.TryFindQuotes(text, quotes));
                text[at] = (byte)'a';
            }

            Assert.True(PlainText.TryFindQuotes(text, quotes));
        }
    }

    private static List<int> QuotesOf(byte[] text)
    {
        var words = new ulong[(text.Length + PlainText.WordBytes - 1) / PlainText.WordBytes];
        Assert.True(PlainText.TryFindQuotes(text, words));
        var found = new List<int>();
        var cursor = new QuoteCursor(words, 0);
        for (var place = cursor.Next(); place >= 0; place = cursor.Next())
        {
            found.Add(place);
        }

        return found;
    }
}
