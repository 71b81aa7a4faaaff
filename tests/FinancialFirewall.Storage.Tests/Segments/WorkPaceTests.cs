using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Tests.Segments;

public sealed class WorkPaceTests
{
    [Theory]
    [InlineData(0, 30)]
    [InlineData(4, 6)]
    [InlineData(8, 0)]
    [InlineData(17, 0)]
    public void RestAfter_MoreFilesWait_RestsLess(int waiting, int expectedMs)
        => Assert.Equal(expectedMs, WorkPace.RestAfter(TimeSpan.FromMilliseconds(10), waiting, maximum: 16).TotalMilliseconds, 3);

    [Fact]
    public void RestAfter_HoursWithoutWork_RestsNoLongerThanTheLongestRest()
        => Assert.Equal(WorkPace.LongestRest, WorkPace.RestAfter(TimeSpan.FromHours(8), waiting: 1, maximum: 16));
}
