using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Users;

namespace FinancialFirewall.Grains.Tests.Users;

public sealed class AttemptListTests
{
    private static readonly Instant Now = new(1_000_000_000_000_000);

    [Fact]
    public void Counted_FloodOfAddresses_FreesNoneThatIsLocked()
    {
        var attempts = new AttemptList([]);
        for (var failure = 0; failure < 5; failure++)
        {
            attempts = attempts.Counted("ada@example.com", Now);
        }

        for (var i = 0; i < AttemptList.MaximumAddresses * 2; i++)
        {
            attempts = attempts.Counted($"flood{i}@example.com", Now);
        }

        Assert.Equal(AttemptList.MaximumAddresses, attempts.All.Count);
        Assert.Equal(Now.Plus(TimeSpan.FromSeconds(30)), attempts.NextAt("ada@example.com"));
    }

    [Fact]
    public void Counted_DayWithoutAnAttempt_ForgetsTheOthers()
    {
        var attempts = new AttemptList([]).Counted("ada@example.com", Now).Counted("bob@example.com", Now.Plus(TimeSpan.FromDays(1)));

        Assert.Equal((0, 1), (attempts.FailuresOf("ada@example.com"), attempts.FailuresOf("bob@example.com")));
    }

    [Fact]
    public void Uncounted_LastOne_IsForgotten()
    {
        var attempts = new AttemptList([]).Counted("ada@example.com", Now).Counted("ada@example.com", Now);

        Assert.Equal(1, attempts.Uncounted("ada@example.com").FailuresOf("ada@example.com"));
        Assert.Empty(attempts.Uncounted("ada@example.com").Uncounted("ada@example.com").All);
    }
}
