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
}
