using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Assessments;

public sealed class RandomModelTests
{
    private const int Operations = 100;

    public static TheoryData<int, int> Portions => Seeds.PortionsOf(60, 10);

    [Theory, MemberData(nameof(Portions))]
    public void Operate_InAnyOrderWithCrashes_AnswersAsAListOfReferencesWould(int first, int last)
    {
        for (var seed = first; seed <= last; seed++)
        {
            var model = new FirewallModel(seed);
            for (var operation = 1; operation <= Operations; operation++)
            {
                Seeds.Run(seed, model.Operate, $", operation {operation}");
            }

            Seeds.Run(seed, model.AssertJournal);
        }
    }
}
