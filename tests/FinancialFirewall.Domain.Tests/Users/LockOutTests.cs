using FinancialFirewall.Domain.Users;

namespace FinancialFirewall.Domain.Tests.Users;

public sealed class LockOutTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 30)]
    [InlineData(6, 60)]
    [InlineData(7, 120)]
    [InlineData(11, 1_920)]
    [InlineData(12, 3_600)]
    [InlineData(13, 3_600)]
    [InlineData(int.MaxValue, 3_600)]
    public void After_Failures_GrowsToAnHour(int failures, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), LockOut.After(failures));
}
