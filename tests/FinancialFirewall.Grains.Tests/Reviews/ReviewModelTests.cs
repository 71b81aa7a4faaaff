using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Reviews;

public sealed class ReviewModelTests
{
    public static TheoryData<int, int> Portions => Seeds.PortionsOf(count: 16, perPortion: 8);

    [Theory]
    [MemberData(nameof(Portions))]
    public void Reviews_InAnyOrderWithCrashes_AreWhatTheRulesSay(int first, int last) => Seeds.Run(first, last, static seed => new ReviewModel(seed).Run());
}
