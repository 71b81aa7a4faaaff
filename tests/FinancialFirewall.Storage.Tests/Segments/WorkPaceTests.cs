using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Tests.Segments;

public sealed class WorkPaceTests
{
    [Theory]
    [InlineData(0, 70)]
    [InlineData(1, 62.1127)]
    [InlineData(4, 19.0909)]
    [InlineData(8, 0)]
    [InlineData(17, 0)]
    public void RestAfter_MoreFilesWait_RestsLess(int waiting, double expectedMs)
        => Assert.Equal(expectedMs, WorkPace.RestAfter(TimeSpan.FromMilliseconds(10), waiting, urgent: 8).TotalMilliseconds, 3);

    [Fact]
    public void RestAfter_HoursWithoutWork_RestsNoLongerThanTheLongestRest()
        => Assert.Equal(WorkPace.LongestRest, WorkPace.RestAfter(TimeSpan.FromHours(8), waiting: 1, urgent: 8));
}
