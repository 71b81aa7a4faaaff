using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Expressions;

public sealed class ZoneRulesTests
{
    [Theory]
    [InlineData("2026-03-29T00:59:59Z", 3_600)]
    [InlineData("2026-03-29T01:00:00Z", 7_200)]
    [InlineData("2026-10-25T00:59:59Z", 7_200)]
    [InlineData("2026-10-25T01:00:00Z", 3_600)]
    [InlineData("1960-07-01T00:00:00Z", 3_600)]
    [InlineData("2500-01-01T00:00:00Z", 3_600)]
    public void OffsetSecondsAt_Berlin_ChangesOnTheSecond(string at, int seconds)
        => Assert.Equal(seconds, ZoneRules.Find("Europe/Berlin")!.OffsetSecondsAt(At(at)));

    [Theory]
    [InlineData("Africa/Casablanca")]
    [InlineData("America/St_Johns")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Gaza")]
    [InlineData("America/Argentina/San_Luis")]
    public void OffsetSecondsAt_EveryDayOfTheRange_IsTheFrameworks(string id)
    {
        var (rules, zone) = (ZoneRules.Find(id)!, TimeZoneInfo.FindSystemTimeZoneById(id));
        for (var day = 0; day < 36_500; day++)
        {
            var time = DateTime.UnixEpoch.AddDays(day).AddHours(12);
            Assert.True((int)zone.GetUtcOffset(time).TotalSeconds == rules.OffsetSecondsAt(Instant.From(new DateTimeOffset(time))), $"{id} at {time:O}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Europe/Nowhere")]
    [InlineData("../etc/passwd")]
    [InlineData("/Europe/Berlin")]
    [InlineData("W. Europe Standard Time")]
    public void Find_NoZone_IsNothing(string id) => Assert.Null(ZoneRules.Find(id));

    [Fact]
    public void Print_Utc_IsOneOffset() => Assert.Equal("UTC\n0 0\n", ZoneRules.Utc.Print());

    [Fact]
    public void Equals_SameZoneReadTwice_IsEqual()
    {
        Assert.Equal(ZoneRules.Find("Asia/Kathmandu"), ZoneRules.Find("Asia/Kathmandu"));
        Assert.Equal("Asia/Kathmandu\n0 19800\n504901800 20700\n", ZoneRules.Find("Asia/Kathmandu")!.Print());
    }

    private static Instant At(string text) => Instant.From(DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
