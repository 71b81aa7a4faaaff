using System.Globalization;
using System.Text;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Tests.Payments;

public sealed class Rfc3339Tests
{
    [Theory]
    [InlineData(1, 8)]
    [InlineData(1896, 1912)]
    [InlineData(1968, 2104)]
    [InlineData(9992, 9999)]
    public void TryParseDate_EveryDayOfSomeYears_CountsDaysAsTheCalendarDoes(int first, int last)
    {
        var epoch = new DateOnly(1970, 1, 1).DayNumber;
        for (var year = first; year <= last; year++)
        {
            for (var month = 1; month <= 12; month++)
            {
                for (var date = 1; date <= 32; date++)
                {
                    var text = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{date:00}");
                    var expected = date <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, date).DayNumber - epoch : (int?)null;

                    var isDate = Rfc3339.TryParseDate(Encoding.ASCII.GetBytes(text), out var day);

                    Assert.True((isDate ? day : null) == expected, text);
                }
            }
        }
    }

    // The usual form is read in words of eight bytes, every other one character by character: the same time with an offset of zero instead of Z goes the other way.
    [Theory]
    [InlineData("2026-03-01T13:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("2024-02-29T09:38:47Z")]
    public void TryParse_AnyCharacterInAnyPlace_ReadsAsWithAnOffset(string valid)
    {
        for (var place = 0; place < valid.Length - 1; place++)
        {
            for (var character = 0; character < 256; character++)
            {
                var text = Encoding.ASCII.GetBytes(valid);
                text[place] = (byte)character;
                byte[] withOffset = [.. text[..^1], .. "+00:00"u8];

                Assert.Equal(Rfc3339.TryParse(withOffset, out var expected), Rfc3339.TryParse(text, out var time));
                Assert.Equal(expected, time);
            }
        }
    }

    [Fact]
    public void TryParse_AnyTwoDigitsInAnyPair_AreTheTimeOfTheCalendar()
    {
        const string Valid = "2024-11-20T10:10:10Z";
        foreach (var place in (int[])[0, 2, 5, 8, 11, 14, 17])
        {
            for (var number = 0; number < 100; number++)
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"{Valid[..place]}{number:00}{Valid[(place + 2)..]}");
                var isTime = DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expected);

                Assert.Equal(isTime, Rfc3339.TryParse(Encoding.ASCII.GetBytes(text), out var time));
                Assert.True(!isTime || time.ToDateTimeOffset() == expected, text);
            }
        }
    }

    [Theory]
    [InlineData("2026-03-01t13:00:00Z")]
    [InlineData("2026-03-01T13:00:00z")]
    public void TryParse_SmallLetters_AreReadToo(string text)
    {
        Assert.True(Rfc3339.TryParse(Encoding.ASCII.GetBytes(text), out var time));
        Assert.Equal("2026-03-01T13:00:00Z", time.ToString());
    }
}
